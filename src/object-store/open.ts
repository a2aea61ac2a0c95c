/** Opens a bucket: combines settings, credentials and requests. */
import type { Environment } from '../http/proxies.js';
import { REAL_CLOCK, type Clock } from '../time/retry.js';
import { credentialsOf } from './credentials.js';
import { readProfile } from './profiles.js';
import { Requests } from './requests.js';
import { S3Store } from './s3.js';
import { placeOf } from './settings.js';
import type { ObjectStore } from './store.js';

export interface StoreOptions {
  /** Default: the environment of the process. */
  readonly env?: Environment | undefined;
  /** Aborts every request. */
  readonly signal?: AbortSignal | undefined;
  /** For pauses between tries. Default: the real clock. */
  readonly clock?: Clock | undefined;
  /** Larger files are uploaded in parts; in bytes. Default: 16 MiB. */
  readonly largestAtOnce?: number | undefined;
}

/**
 * Sends nothing yet; connections close by themselves.
 * @throws FlexError FLEX_CONFIG for invalid settings
 */
export async function openStore(bucket: string, options: StoreOptions = {}): Promise<ObjectStore> {
  const { env = process.env, clock = REAL_CLOCK, signal } = options;
  const profile = await readProfile(env);
  const place = await placeOf(bucket, env, profile);
  const credentials = credentialsOf({ env, profile, place, signal });
  const requests = new Requests({ place, credentials, clock, env, signal });
  return new S3Store(bucket, requests, options.largestAtOnce);
}

/** The stores of one call; each is opened once. */
export class Stores {
  private readonly opened = new Map<string, Promise<ObjectStore>>();

  constructor(private readonly options: StoreOptions = {}) {}

  /** @throws FlexError FLEX_CONFIG */
  async of(bucket: string): Promise<ObjectStore> {
    const opened = this.opened.get(bucket) ?? openStore(bucket, this.options);
    this.opened.set(bucket, opened);
    return opened;
  }
}
