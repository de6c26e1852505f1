/** A name for comparison: case, the form of accents and surrounding blanks aside. */
export function normalisedName(name: string): string {
  return name.normalize('NFKC').trim().replace(/\s+/gu, ' ').toLocaleLowerCase('en');
}
