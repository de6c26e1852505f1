import type { core } from 'zod';
import { quotedList, written } from './written';

const expectations: Readonly<Record<string, string>> = {
  string: 'ein Text',
  number: 'eine Zahl',
  int: 'eine ganze Zahl',
  boolean: '„true“ oder „false“',
  array: 'eine Liste',
  object: 'ein Objekt',
  record: 'ein Objekt',
  null: '„null“',
};

/** Why a value does not fit its field, in German; follows a colon and has no full stop. */
export function unfit(issue: core.$ZodIssue | undefined): string {
  switch (issue?.code) {
    case 'invalid_type':
      return `Erwartet wird ${expectations[issue.expected] ?? 'etwas anderes'}`;
    case 'invalid_value':
      return `Erlaubt ist nur ${quotedList(issue.values.map(String), 'oder')}`;
    case 'too_big':
      if (issue.origin === 'string') return `Der Text hat mehr als ${written(Number(issue.maximum))} Zeichen`;
      if (issue.origin === 'array')
        return `Die Liste hat mehr als ${written(Number(issue.maximum))} Einträge`;
      return `Erlaubt ist höchstens ${written(Number(issue.maximum))}`;
    case 'too_small':
      if (issue.origin === 'string')
        return `Der Text hat weniger als ${written(Number(issue.minimum))} Zeichen`;
      if (issue.origin === 'array')
        return `Die Liste hat weniger als ${written(Number(issue.minimum))} Einträge`;
      return `Erlaubt ist mindestens ${written(Number(issue.minimum))}`;
    default:
      return 'Er passt nicht in dieses Feld';
  }
}
