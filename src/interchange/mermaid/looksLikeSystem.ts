/** Words by which people name systems rather than people. */
const systemWords = new Set([
  'system',
  'systems',
  'app',
  'api',
  'backend',
  'frontend',
  'server',
  'service',
  'platform',
  'database',
  'db',
  'website',
  'webapp',
  'bot',
  'chatbot',
  'crm',
  'cdp',
  'cms',
  'erp',
  'oms',
  'pos',
  'iam',
  'dwh',
  'gateway',
  'cli',
  'engine',
  'portal',
  'software',
  'tool',
  'pipeline',
  'plugin',
  'extension',
  'browser',
  'webhook',
  'scheduler',
  'queue',
  'cloud',
  'ci',
  'n8n',
]);
/** Words that make a person of the name nevertheless: “App user”, “System administrator”. */
const personWords = new Set([
  'user',
  'users',
  'owner',
  'admin',
  'administrator',
  'team',
  'manager',
  'developer',
  'dev',
  'engineer',
  'customer',
  'client',
  'operator',
  'analyst',
  'architect',
  'designer',
  'agent',
  'lead',
  'staff',
  'person',
  'member',
  'desk',
]);

/** Whether an actor's name reads like that of a system (“CRM System”, “App”). A guess, to be confirmed by a person. */
export function looksLikeSystem(name: string): boolean {
  const words = name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u);
  const parts = words.filter((word) => word !== '');
  const isNamedSo = [parts[0], parts.at(-1)].some((word) => word !== undefined && systemWords.has(word));
  return isNamedSo && !parts.some((word) => personWords.has(word));
}
