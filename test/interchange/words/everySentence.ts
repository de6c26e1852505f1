import type { ImportFile } from '../../../src/interchange/chosenFile';
import { writeThroughlineFile } from '../../../src/interchange/throughline/writeThroughlineFile';
import type { ImportWords } from '../../../src/interchange/words/importWords';
import { emptyBundle, type BundleDraft } from '../../../src/model/bundle';

/** How many files were made: each has a name of its own. */
let files = 0;

/** Imports that together say every sentence there is but those of `sentencesOfLimits`. */
export const imports: Readonly<Record<string, readonly ImportFile[]>> = {
  nothing: [],
  'own files': [
    own('head.json', {
      map: 7,
      personas: [{ id: 'p' }],
      document: { id: 1 },
      dragons: [{}, {}],
      mood: 'blue',
    }),
    own('records.json', {
      touchpoints: [
        7,
        {},
        { id: 'a', title: 'x'.repeat(65_537), emotion: 9, channels: 'Web', pains: [7], 'a/b': 1 },
        { id: 'a' },
        { id: 'b', title: 7, at: 'x', kind: true },
      ],
      transitions: [{ id: 't', kind: 'fly' }],
      stages: [{ id: 's', name: 'Buy', start: 5, end: 1 }],
    }),
    ownBundle('shared.json', (bundle) => bundle.touchpoints.push({ id: 'z' }), {
      id: 'x'.repeat(22),
      update: 'AA==',
    }),
    own('newer.json', { version: 999 }),
    own('none.json', {}),
    own('list.json', { systems: 7 }),
    own('version.json', { version: 'new' }),
    { name: 'other.json', text: '{"format": "else"}' },
    { name: 'empty.json', text: '' },
    { name: 'cut.json', text: '{"format": "throughline"' },
    { name: 'broken.json', text: '{"format": oh}' },
    { name: 'deep.json', text: '['.repeat(40) },
    { name: 'evil.json', text: '{"format": "throughline", "__proto__": 1}' },
    { name: 'huge.json', text: `{"format": "throughline"${' '.repeat(20 * 1_048_576)}` },
    { name: 'photo.png', text: '\u0089PNG' },
    { name: 'empty.txt', text: '' },
  ],
  'two files with the same things': [
    ownBundle('one.json', (bundle) => {
      bundle.map = { title: 'First' };
      bundle.systems.push(
        { id: 'crm', name: 'CRM' },
        { id: 'till', name: 'Till' },
        { id: 'old', name: 'Old' },
      );
      bundle.systems.push({ id: 'shop1', name: 'Shop' });
      bundle.parties.push({ id: 'kim1', name: 'Kim', type: 'team' });
    }),
    ownBundle('two.json', (bundle) => {
      bundle.map = { title: 'Second' };
      bundle.systems.push({ id: 'crm', name: 'CRM' }, { id: 'till', name: 'Till 2' });
      bundle.systems.push({ id: 'old', name: 'Old', deletedAt: 5 }, { id: 'shop2', name: 'Shop' });
      bundle.parties.push({ id: 'kim2', name: 'Kim', type: 'person' });
    }),
  ],
  'an empty diagram': [{ name: 'empty.mmd', text: ' ' }],
  'another diagram': [{ name: 'flow.mmd', text: 'flowchart LR' }],
  'a diagram without a task': [{ name: 'bare.mmd', text: 'journey\n  title Bare' }],
  'a diagram that cannot be mended': [{ name: 'a.md', text: '```mermaid\njourney\nlost words\n```\n' }],
  'diagrams to mend': [
    journey(
      'Journey',
      'title: Buying',
      'section: Look',
      'A： 3: Me',
      'B: 4/5: Me;',
      'C: 3,5: Me',
      'lost words',
    ),
    journey(
      'journey',
      'title Fix # now',
      'section Step 1: Context',
      'section',
      'User: Visit: 5: Happy',
      'Me: Go: 4',
    ),
    journey('journey', 'Time 10:30: 4: Me', 'Fix #12 bug: 4: Me', 'One; two: 3: Me', 'A: 4: Me: note: more'),
    journey('journey', 'journey on: 3: Me'),
    journey('journey', 'A: 3: Me', 'accDescr {', 'open'),
  ],
  'diagrams with oddities': [
    journey('journey', 'title Odd', 'accTitle: Even', 'section Look', 'A: : Me', 'B: 9: Me', 'C: 3: Me,,me'),
    journey('journey', 'section Buy', 'D: abc: CRM System', `${'x'.repeat(65_537)}: 3`),
    journey('journey', 'section Look', 'A: 3: Me', 'section Nothing', 'section Look', 'B: 3: Me'),
    { name: 'twice.md', text: '```mermaid\njourney\nA: 3\n```\n```mermaid\njourney\nA: 3\n```\n' },
  ],
  'comments of ours': [
    journey(
      'journey',
      '%% cjm {"broken',
      '%% cjm {"kind": "dragon"}',
      '%% cjm {"kind": "personas", "name": "No id"}',
      '%% cjm {"id": "not good!", "emotion": 9, "aura": 1, "at": 9999999}',
      'A: 3: Me',
      '%% cjm {"id": "a"}',
      'B: 3: Me',
      '%% cjm {"id": "a"}',
      'C: 3: Me',
      '%% cjm {"id": "last"}',
    ),
  ],
  'a catalogue with oddities': [
    entity(
      'Component',
      'name: shop, title: Shop, links: [{url: "javascript:1"}], annotations: {backstage.io/view-url: "https://a.example/b", backstage.io/source-location: "url:https://a.example"}',
      [
        'type: website, lifecycle: odd, owner: devops, system: gone, dependsOn: ["resource:db", "resource:gone"]',
        'dependencyOf: ["component:gone"], providesApis: [gone, orders, unused], consumesApis: [gone, "component:lib"]',
      ],
    ),
    entity('Component', 'name: lib', ['type: library, owner: "a:b:c", consumesApis: [orders, unprovided]']),
    entity('Component', `name: odd, title: ${'x'.repeat(65_537)}`, ['type: gizmo, owner: "kim@example.com"']),
    entity('Component', 'name: blank', ['owner: ""', `note: ${'x'.repeat(65_537)}`]),
    { name: 'stray.yaml', text: `${entity('Component', 'name: stray', ['type: service']).text}owner: me\n` },
    entity('Resource', 'name: db', ['type: database']),
    entity('Resource', 'name: thing', ['owner: marketing']),
    entity('API', 'name: orders', ['type: soap']),
    entity('API', 'name: unused', ['type: openapi']),
    entity('API', 'name: unprovided', ['type: openapi']),
    entity('System', 'name: all', ['domain: sales']),
    entity('Domain', 'name: sales', ['owner: me']),
    entity('Domain', 'name: lonely', ['owner: me']),
    entity('Template', 'name: tool', ['type: x']),
    entity('Group', 'name: sales-team', ['type: team, parent: gone']),
    entity('User', 'name: kim', ['memberOf: [sales-team, other]']),
    entity('Location', 'name: more', [
      `targets: [${Array.from({ length: 12 }, (_, index) => `./f${index}.yaml`).join(', ')}]`,
    ]),
    entity('Component', 'name: shop', ['type: website']),
    entity('', 'name: kindless', ['type: website']),
    entity('System', 'description: nameless', ['type: website']),
    entity('System', 'name: "${{ values.name }}"', ['type: website']),
    {
      name: 'plain.yaml',
      text: 'apiVersion: backstage.io/v1alpha1\nkind: System\nmetadata: {name: a}\n---\nfree: text\n',
    },
  ],
  'a catalogue of nothing usable': [entity('Template', 'name: tool', ['type: x'])],
  'files that are no catalogue': [
    entity('System', 'name: good', ['type: website']),
    { name: 'compose.yaml', text: 'services: {}\n' },
    { name: 'template.yaml', text: 'a: {% if b %}\n' },
    { name: 'tag.yaml', text: 'a: !mine b\n' },
    { name: 'tab.yaml', text: 'a:\n\tb: 1\n' },
    { name: 'cut.yaml', text: 'a: "b' },
    { name: 'broken.yaml', text: 'a: b: c\nd: e\n' },
    { name: 'deep.yaml', text: '['.repeat(40) },
    { name: 'bomb.yaml', text: bomb() },
    { name: 'noalias.yaml', text: 'a: *gone\n' },
    { name: 'itself.yaml', text: 'a: &x [*x]\n' },
    {
      name: 'deepalias.yaml',
      text: `a: &x ${'['.repeat(20)}${']'.repeat(20)}\nb: ${'['.repeat(20)}*x${']'.repeat(20)}\n`,
    },
    { name: 'key.yaml', text: '? [a]\n: b\n' },
    { name: 'evil.yaml', text: '__proto__: 1\n' },
    { name: 'twice.yaml', text: 'a: 1\na: 2\n' },
  ],
};

/** What is said of limits nobody wants to reach in a test, and of an import without a name. */
export const sentencesOfLimits: Readonly<Record<string, (words: ImportWords) => string>> = {
  'files.notText': ({ files }) => files.notText({ file: 'a.txt' }),
  'files.tooManyTogether': ({ files }) =>
    files.tooManyTogether({ count: 20_001, kind: 'dataFlows', limit: 20_000 }),
  'throughline.tooMany': ({ throughline }) =>
    throughline.tooMany({ file: 'a.json', count: 20_001, kind: 'parties', limit: 20_000 }),
  'mermaid.theImport': ({ mermaid }) => mermaid.theImport,
  'mermaid.tooMany': ({ mermaid }) => mermaid.tooMany({ file: 'a.mmd', limit: 20_000, of: 'tasks' }),
  'backstage.tooManyInFile': ({ backstage }) =>
    backstage.tooManyInFile({ file: 'a.yaml', count: 20_001, limit: 20_000 }),
  'backstage.tooManyEntities': ({ backstage }) => backstage.tooManyEntities({ count: 20_001, limit: 20_000 }),
  'backstage.tooManyFlows': ({ backstage }) =>
    backstage.tooManyFlows({ files: ['a.yaml', 'b.yaml'], limit: 20_000 }),
};

function own(name: string, content: object): ImportFile {
  return { name, text: JSON.stringify({ format: 'throughline', version: 1, ...content }) };
}

function ownBundle(
  name: string,
  fill: (bundle: BundleDraft) => unknown,
  document: { readonly id: string; readonly update: string } | null = null,
): ImportFile {
  const bundle = emptyBundle();
  fill(bundle);
  return { name, text: writeThroughlineFile({ bundle, document }) };
}

function journey(...lines: readonly string[]): ImportFile {
  return { name: `${++files}.mmd`, text: `${lines.join('\n')}\n` };
}

function entity(kind: string, metadata: string, spec: readonly string[]): ImportFile {
  const head = `apiVersion: backstage.io/v1alpha1\nkind: ${kind}\nmetadata: {${metadata}}\n`;
  return { name: `e${++files}.yaml`, text: `${head}spec: {${spec.join(', ')}}\n` };
}

/** Aliases that multiply. */
function bomb(): string {
  const lines = ['a0: &a0 [x]'];
  for (let i = 1; i < 9; i++)
    lines.push(`a${i}: &a${i} [${Array.from({ length: 9 }, () => `*a${i - 1}`).join(', ')}]`);
  return `${lines.join('\n')}\n`;
}
