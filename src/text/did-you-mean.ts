/** Which known names a mistyped one may have meant. Pure. */

const NAMES_SHOWN = 3;

/**
 * The closest known names, best first, at most three; none if nothing is close. Capitals, dashes
 * and underscores do not count.
 */
export function nearest(written: string, known: Iterable<string>): string[] {
  const wanted = bare(written);
  return [...known]
    .map((name) => ({ name, distance: likeness(wanted, bare(name)) }))
    .filter(({ distance }) => distance <= Math.max(2, wanted.length / 3))
    .sort(
      (a, b) =>
        a.distance - b.distance || a.name.length - b.name.length || (a.name < b.name ? -1 : 1),
    )
    .slice(0, NAMES_SHOWN)
    .map(({ name }) => name);
}

/** `Did you mean Trades or Transfers?`, or other advice if nothing is close. */
export function didYouMean(written: string, known: Iterable<string>, otherwise: string): string {
  const names = nearest(written, known);
  if (names.length === 0) return otherwise;
  const rest = names.slice(0, -1).join(', ');
  return `Did you mean ${rest === '' ? '' : `${rest} or `}${names.at(-1)!}?`;
}

function bare(name: string): string {
  return name.toLowerCase().replace(/[-_\s]/g, '');
}

/** The edit distance, except that a prefix counts as one mistake. */
function likeness(written: string, name: string): number {
  const distance = editDistance(written, name);
  return written.length >= 3 && name.startsWith(written) ? Math.min(1, distance) : distance;
}

function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = previous[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      current.push(Math.min(replaced, previous[j]! + 1, current[j - 1]! + 1));
    }
    previous = current;
  }
  return previous[b.length]!;
}
