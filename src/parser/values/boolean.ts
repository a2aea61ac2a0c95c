/**
 * Literals that are one of a few words: booleans, and the marks that stand for
 * "no value" in a column of any type but text. Words with an open list (enums,
 * codes) are text and have no place here.
 */

/**
 * `true` for `Y`, `Yes`, `YES`; `false` for `N`, `No`, `NO`. A Flex report
 * writes `Y` and `N` in most attributes and `Yes` and `No` in a few.
 *
 * @returns undefined for anything else
 */
export function canonicalBoolean(literal: string): 'true' | 'false' | undefined {
  switch (literal) {
    case 'Y':
    case 'Yes':
    case 'YES':
      return 'true';
    case 'N':
    case 'No':
    case 'NO':
      return 'false';
    default:
      return undefined;
  }
}

/**
 * Literals that stand for "no value" in a typed column: `--` (an order time that is not known),
 * `-` (the account of a consolidated row), `N/A`, and `MULTI` (the date of a summary of several).
 * In a text column these are text. The empty attribute, the usual way to say nothing, is not a mark.
 */
export const NULL_MARKS: readonly string[] = ['--', '-', 'N/A', 'MULTI'];

export function isNullMark(literal: string): boolean {
  return NULL_MARKS.includes(literal);
}
