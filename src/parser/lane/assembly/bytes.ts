/**
 * Comparing, finding and copying, sixteen bytes at a time. Whatever is read or written may go
 * on for up to sixteen bytes beyond its end, where there is room.
 */

const QUOTE: i32 = 0x22;
const AMPERSAND: i32 = 0x26;
const LESS: i32 = 0x3c;
const SPACE: i32 = 0x20;

/** Whether so many bytes are the same. */
export function same(a: usize, b: usize, length: i32): bool {
  let at = 0;
  for (; length - at >= 16; at += 16) {
    if (!v128.all_true<u8>(i8x16.eq(v128.load(a + at), v128.load(b + at)))) return false;
  }
  const rest = length - at;
  if (rest == 0) return true;
  const differ = i8x16.bitmask(i8x16.ne(v128.load(a + at), v128.load(b + at)));
  return (differ & ((1 << rest) - 1)) == 0;
}

/** The first byte that does not stand for itself in a value: `"`, `&`, `<`, none of printable ASCII. */
export function plainEnd(from: usize): usize {
  const quote = i8x16.splat(<i8>QUOTE);
  const ampersand = i8x16.splat(<i8>AMPERSAND);
  const less = i8x16.splat(<i8>LESS);
  const space = i8x16.splat(<i8>SPACE);
  let at = from;
  while (true) {
    const bytes = v128.load(at);
    // Signed, so that bytes from 0x80 on are less than a space, too.
    const special = v128.or(
      v128.or(i8x16.eq(bytes, quote), i8x16.eq(bytes, ampersand)),
      v128.or(i8x16.eq(bytes, less), i8x16.lt_s(bytes, space)),
    );
    const mask = i8x16.bitmask(special);
    if (mask != 0) return at + ctz(mask);
    at += 16;
  }
}

/** How long the reference is that begins here; 0 where it is none of the five. */
export function referenceLength(at: usize): i32 {
  const four = load<u32>(at);
  if (four == 0x706d6126) return load<u8>(at, 4) == 0x3b ? 5 : 0; // &amp;
  if (four == 0x3b746c26) return 4; // &lt;
  if (four == 0x3b746726) return 4; // &gt;
  if (four == 0x6f757126) return load<u16>(at, 4) == 0x3b74 ? 6 : 0; // &quot;
  if (four == 0x6f706126) return load<u16>(at, 4) == 0x3b73 ? 6 : 0; // &apos;
  return 0;
}

/** The character that a reference of the five stands for. */
export function referenced(at: usize): u8 {
  const first = load<u8>(at, 1);
  if (first == 0x6c) return 0x3c; // &lt;
  if (first == 0x67) return 0x3e; // &gt;
  if (first == 0x71) return 0x22; // &quot;
  return load<u8>(at, 2) == 0x6d ? 0x26 : 0x27; // &amp; &apos;
}

/** @returns where the copy ends */
export function copy(start: usize, end: usize, out: usize): usize {
  let to = out;
  for (let from = start; from < end; from += 16, to += 16) v128.store(to, v128.load(from));
  return out + (end - start);
}

/** Copies a value and puts in place of its references what they stand for. */
export function copyResolved(start: usize, end: usize, out: usize): usize {
  let to = out;
  for (let from = start; from < end;) {
    const byte = load<u8>(from);
    if (byte == AMPERSAND) {
      store<u8>(to++, referenced(from));
      from += referenceLength(from);
    } else {
      store<u8>(to++, byte);
      from++;
    }
  }
  return to;
}

/** Two digits. */
export function twoDigits(out: usize, value: i32): void {
  store<u8>(out, 0x30 + value / 10);
  store<u8>(out, 0x30 + (value % 10), 1);
}

/** A number that is not negative, as digits. */
export function integer(out: usize, value: i32): usize {
  let digits = 1;
  for (let rest = value; rest >= 10; rest /= 10) digits++;
  let rest = value;
  for (let at = digits - 1; at >= 0; at--, rest /= 10) store<u8>(out + at, 0x30 + (rest % 10));
  return out + digits;
}
