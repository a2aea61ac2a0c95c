/** Numbers with their noun, as a person reads them: `1 row`, `1,204 rows`. Pure. */

export function number(value: number): string {
  return value.toLocaleString('en');
}

/** @param many where an s does not make the plural */
export function counted(value: number, one: string, many = `${one}s`): string {
  return `${number(value)} ${value === 1 ? one : many}`;
}

/** The line under a list that was cut; none where nothing was left out. */
export function more(count: number, one?: string): string[] {
  if (count <= 0) return [];
  if (one === undefined) return [`  … and ${number(count)} more`];
  return [`  … and ${counted(count, `more ${one}`)}`];
}
