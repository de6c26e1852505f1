import type { PartyFunction } from '../../model/records/party';

/** Words in names and tags of teams, and the function they speak of. More languages are more data, not more code. */
const words: Readonly<Record<PartyFunction, string>> = {
  marketing: 'marketing brand branding campaign campaigns communications seo growth',
  it: `it engineering engineers engineer developers developer dev devs devops devex sre sres platform infrastructure infra
    architecture backend frontend software tech technology data cloud maintainers entwicklung`,
  sales: 'sales vertrieb',
  service: 'support helpdesk care kundenservice',
  operations: 'operations ops logistics fulfilment fulfillment warehouse betrieb',
  legal: 'legal privacy compliance recht datenschutz',
  external: 'external agency vendor contractor contractors partner partners extern',
  other: '',
};

/** The function that names and tags of a team speak of; null when they speak of none, or of more than one. */
export function guessFunction(texts: readonly string[]): PartyFunction | null {
  const found = new Set<PartyFunction>();
  const spoken = new Set(
    texts.flatMap((text) => text.toLowerCase().split(/[^\p{L}\p{N}]+/u)).filter((word) => word !== ''),
  );
  for (const [name, list] of Object.entries(words) as [PartyFunction, string][])
    if (list.split(/\s+/).some((word) => spoken.has(word))) found.add(name);
  return found.size === 1 ? ([...found][0] ?? null) : null;
}
