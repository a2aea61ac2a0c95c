/**
 * Checks AWS signatures, version 4, from the bytes of a request. It shares no code with src/ or
 * aws4fetch.
 */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

export interface Key {
  readonly id: string;
  readonly secret: string;
  readonly sessionToken?: string;
}

const FIFTEEN_MINUTES = 15 * 60 * 1000;

const sha256 = (bytes: Buffer | string): string => createHash('sha256').update(bytes).digest('hex');
const hmac = (key: Buffer | string, text: string): Buffer =>
  createHmac('sha256', key).update(text).digest();

/** @returns the error code; undefined for a valid signature */
export function fault(request: IncomingMessage, body: Buffer, key: Key): string | undefined {
  const { headers } = request;
  const [, id, day, region, names = '', signature = ''] =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, SignedHeaders=([^,]+), Signature=([0-9a-f]{64})$/.exec(
      headers.authorization ?? '',
    ) ?? [];
  if (id === undefined) return 'AccessDenied';
  if (id !== key.id) return 'InvalidAccessKeyId';
  if (headers['x-amz-security-token'] !== key.sessionToken) return 'InvalidToken';
  const signed = names.split(';');
  // A proxy must not be able to change the meaning of a request.
  const mustBe = Object.keys(headers).filter((name) => /^x-amz-|^if-none-match$|^host$/.test(name));
  if (mustBe.some((name) => !signed.includes(name))) return 'AccessDenied';
  const time = String(headers['x-amz-date']);
  const [, y, m, d, h, min, s] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(time) ?? [];
  const at = Date.parse(`${y}-${m}-${d}T${h}:${min}:${s}Z`);
  if (!(Math.abs(Date.now() - at) < FIFTEEN_MINUTES)) return 'RequestTimeTooSkewed';
  if (headers['x-amz-content-sha256'] !== sha256(body)) return 'XAmzContentSHA256Mismatch';
  const [path = '', search = ''] = request.url!.split('?');
  const canonical = [
    request.method,
    path,
    canonicalQuery(search),
    ...signed.map((name) => `${name}:${String(headers[name]).trim().replaceAll(/ +/g, ' ')}`),
    '',
    names,
    headers['x-amz-content-sha256'],
  ].join('\n');
  const scope = `${day}/${region}/s3/aws4_request`;
  const steps = [day!, region!, 's3', 'aws4_request'];
  const signing = steps.reduce<Buffer | string>(hmac, `AWS4${key.secret}`);
  const due = hmac(signing, `AWS4-HMAC-SHA256\n${time}\n${scope}\n${sha256(canonical)}`);
  return timingSafeEqual(due, Buffer.from(signature, 'hex')) ? undefined : 'SignatureDoesNotMatch';
}

/** The form that is signed: names and values fully escaped, in byte order. */
function canonicalQuery(search: string): string {
  if (search === '') return '';
  const escape = (text: string): string =>
    encodeURIComponent(decodeURIComponent(text)).replaceAll(
      /[!'()*]/g,
      (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
    );
  return search
    .split('&')
    .map((pair) => {
      const [name = '', value = ''] = pair.split('=');
      return `${escape(name)}=${escape(value)}`;
    })
    .sort()
    .join('&');
}
