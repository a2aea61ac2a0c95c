/**
 * Strict UTF-8, chunk by chunk. Knows nothing of XML.
 */
import { isAscii, isUtf8 } from 'node:buffer';

/**
 * Turns chunks of bytes into strings, holding back a character that a chunk
 * cuts in two. Flex reports are almost wholly ASCII, and for those the native
 * Latin-1 copy gives one-byte strings, which the SAX parser reads fastest:
 * that is why this is not TextDecoder.
 */
export class Utf8Decoder {
  private carried: Buffer | undefined;
  private begun = false;
  /** Bytes decoded, the byte order mark included. */
  offset = 0;
  /** The bytes before the fault, when `decode` has found one. */
  soundPart: Buffer = Buffer.alloc(0);

  /** @returns the text, or undefined where the bytes are not UTF-8 */
  decode(chunk: Buffer): string | undefined {
    let bytes = this.carried === undefined ? chunk : Buffer.concat([this.carried, chunk]);
    this.carried = undefined;
    const cut = incompleteTail(bytes);
    if (cut > 0) {
      this.carried = Buffer.from(bytes.subarray(bytes.length - cut));
      bytes = bytes.subarray(0, bytes.length - cut);
    }
    if (bytes.length === 0) return '';
    const text = isAscii(bytes)
      ? bytes.toString('latin1')
      : isUtf8(bytes)
        ? bytes.toString('utf8')
        : undefined;
    if (text === undefined) {
      this.soundPart = bytes.subarray(0, soundLength(bytes));
      return undefined;
    }
    this.offset += bytes.length;
    if (this.begun) return text;
    this.begun = true;
    return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  }

  /** Whether the bytes ended within a character. */
  get cutShort(): boolean {
    return this.carried !== undefined;
  }
}

/** How many bytes at the beginning are UTF-8: to the last whole character before the fault. */
function soundLength(bytes: Buffer): number {
  let sound = 0;
  let unsound = bytes.length;
  while (unsound - sound > 1) {
    const middle = (sound + unsound) >> 1;
    const part = bytes.subarray(0, middle);
    if (isUtf8(part.subarray(0, middle - incompleteTail(part)))) sound = middle;
    else unsound = middle;
  }
  // What only seemed to begin a character belongs to the fault.
  return sound - incompleteTail(bytes.subarray(0, sound));
}

/** How many bytes at the end begin a character without ending it: 0 to 3. */
function incompleteTail(bytes: Buffer): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back]!;
    if (byte < 0x80) return 0;
    if (byte < 0xc0) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
    return length > back ? back : 0;
  }
  return 0;
}
