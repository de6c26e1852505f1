/** What a catalogue's `spec.type` means as the kind of a system. */
export interface SystemKind {
  readonly kind: string;
  /** Whether such a thing is a system in a customer journey unless somebody says otherwise. */
  readonly suggested: boolean;
  /** Whether the kind was not known and another was put in its place. */
  readonly guessed: boolean;
}

const components: Readonly<Record<string, string>> = {
  website: 'Website',
  frontend: 'Website',
  app: 'App',
  'mobile-app': 'App',
  service: 'Service',
  backend: 'Service',
};

const resources: Readonly<Record<string, string>> = {
  database: 'Database',
  storage: 'Storage',
  's3-bucket': 'Storage',
  bucket: 'Storage',
  topic: 'Messaging',
  'kafka-topic': 'Messaging',
  queue: 'Messaging',
  'message-queue': 'Messaging',
};

/** Parts that software is made of or runs on: offered, not taken unasked. */
const libraries: ReadonlySet<string> = new Set(['library', 'package', 'module', 'documentation', 'template']);
const infrastructure =
  /^(?:.*-)?(?:cluster|terraform|terraform-module|helm-chart|infrastructure|network|vpc|subnet|node|host|server|vm|virtual-machine|namespace|load-balancer|dns|dns-zone|iam-role|secret|pipeline)$/;

/** The kind of system a Component of this type is. */
export function kindOfComponent(type: string): SystemKind {
  const word = type.toLowerCase();
  if (libraries.has(word)) return { kind: capitalised(word), suggested: false, guessed: false };
  const kind = components[word];
  return { kind: kind ?? 'Service', suggested: true, guessed: kind === undefined };
}

/** The kind of system a Resource of this type is. */
export function kindOfResource(type: string): SystemKind {
  const word = type.toLowerCase();
  const kind = resources[word];
  if (kind !== undefined) return { kind, suggested: true, guessed: false };
  if (infrastructure.test(word)) return { kind: 'Infrastructure', suggested: false, guessed: false };
  return { kind: capitalised(type), suggested: true, guessed: true };
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1).replaceAll(/[-_]+/g, ' ');
}
