import { afterEach, expect, test } from 'vitest';
import { formatNumber } from '../../../src/ui/i18n/format';
import { speak, t } from '../../../src/ui/i18n/t';
import { en } from '../../../src/ui/texts/en';

afterEach(() => speak('en', en));

test('LNG-3: texts and numbers change to the language that is spoken', () => {
  expect(t('ui.close')).toBe('Close');
  speak('de-AT', { ...en, 'ui.close': 'Schließen', 'model.count.systems': { other: '{count} Systeme' } });
  expect(t('ui.close')).toBe('Schließen');
  expect(t('model.count.systems', { count: 5 })).toBe('5 Systeme');
  expect(formatNumber(2.5)).toBe('2,5');
});
