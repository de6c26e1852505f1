import type { PartyFunction } from '../../model/records/party';
import { t } from '../../ui/i18n/t';

/** A function of the company as people call it. */
export function functionName(party: PartyFunction): string {
  switch (party) {
    case 'marketing':
      return t('canvas.marketing');
    case 'it':
      return t('canvas.it');
    case 'sales':
      return t('canvas.sales');
    case 'service':
      return t('canvas.service');
    case 'operations':
      return t('canvas.operations');
    case 'legal':
      return t('canvas.legal');
    case 'external':
      return t('canvas.external');
    case 'other':
      return t('canvas.other');
  }
}
