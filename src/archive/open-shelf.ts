/** Opens the storage of an archive: a directory, or `s3://BUCKET/PREFIX`. */
import { isAddress } from '../object-store/address.js';
import type { StoreOptions } from '../object-store/open.js';
import { FolderShelf } from './folder-shelf.js';
import type { Shelf } from './shelf.js';

/** @throws FlexError FLEX_CONFIG for an invalid address or setting of a store */
export async function openShelf(place: string, options: StoreOptions = {}): Promise<Shelf> {
  if (!isAddress(place)) return new FolderShelf(place);
  // Most archives are directories, which need no client of a store.
  const { BucketShelf } = await import('./bucket-shelf.js');
  return BucketShelf.at(place, options);
}
