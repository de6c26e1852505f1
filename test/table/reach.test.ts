import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { intents } from '../../src/commands/intents';
import { commands, shortcuts } from '../../src/commands/registry';
import type { Journey } from '../../src/model/resolve';
import { undo as undoCommand } from '../../src/commands/undoRedo';
import { tableIntent } from '../../src/table/useTableIntents';
import type { TableName } from '../../src/table/tableSource';
import { onMap, openTable, type OpenTable } from './openTable';

/**
 * TBL-9: whatever changes a map can be done by keyboard in the table, or beside it. A command that is added to the registry
 * fails here until somebody says how; a proof does it with keys and looks at what the map holds then.
 */
type Proof = {
  readonly table: TableName;
  readonly act: (table: OpenTable) => void;
  readonly done: (journey: Journey) => boolean;
};

/** Offered by a panel at the side, a dialog or the bar at the top, all of which stand beside the table too. */
interface Beside {
  /** The module of the command. */
  readonly beside: string;
}

/** Offered nowhere yet; once it is, it must not be on the canvas alone. */
interface Later {
  readonly later: string;
}

const enter =
  (row: string, column: string, text: string) =>
  (table: OpenTable): void => {
    table.goTo(row, column);
    table.type(text);
  };

const enterAll =
  (...cells: readonly (readonly [row: string, column: string, text: string])[]) =>
  (table: OpenTable): void => {
    for (const [row, column, text] of cells) enter(row, column, text)(table);
  };

const press =
  (row: string, column: string, ...keys: readonly string[]) =>
  (table: OpenTable): void => {
    table.goTo(row, column);
    table.press(...keys);
  };

const system = (journey: Journey, name: string) => journey.systems.all.find((one) => one.name === name);

const reach: Readonly<Record<string, Proof | Beside | Later>> = {
  'touchpoint.create': {
    table: 'touchpoints',
    act: enter('new', 'title', 'Return'),
    done: ({ touchpoints }) => touchpoints.all.at(-1)?.title === 'Return',
  },
  'touchpoint.move': {
    table: 'touchpoints',
    act: enter('Pay', 'at', '7.5'),
    done: ({ touchpoints }) => touchpoints.all.at(-1)?.at === 7.5,
  },
  'transition.create': {
    table: 'touchpoints',
    act: enter('Collect', 'goesOn', 'Pay'),
    done: ({ transitions }) => transitions.all.length === 2,
  },
  'transition.reconnect': {
    table: 'transitions',
    act: enter('Pay → Collect', 'to', 'Pay'),
    done: ({ transitions }) => transitions.all.every(({ from, to }) => from === to),
  },
  'stage.create': {
    table: 'stages',
    act: enter('new', 'name', 'Later'),
    done: ({ stages }) => stages.all.some(({ name }) => name === 'Later'),
  },
  'stage.move': {
    table: 'stages',
    act: enter('Buy', 'end', '4'),
    done: ({ stages }) => stages.all[0]?.end === 4,
  },
  'stage.split': {
    table: 'stages',
    act: enterAll(['Buy', 'end', '1'], ['new', 'name', 'Later']),
    done: ({ stages }) => stages.all[0]?.end === 1 && stages.all.length === 3,
  },
  'stage.merge': {
    table: 'stages',
    act: (table) => {
      enter('Buy', 'end', '3')(table);
      press('Get', 'name', 'Mod+Backspace')(table);
    },
    done: ({ stages }) => stages.all.length === 1 && stages.all[0]?.end === 3,
  },
  // What a trial switched off or on, kept: the systems and flows are what they were tried as.
  'trial.keep': {
    table: 'systems',
    act: enter('ERP', 'lifecycle', 'Retired'),
    done: (journey) => system(journey, 'ERP')?.lifecycle === 'retired',
  },
  'usage.create': {
    table: 'usageMatrix',
    act: (table) => press('Collect', table.built.id('CRM'), 'R')(table),
    done: ({ usages }) => usages.all.some(({ access }) => access === 'reads'),
  },
  'usage.delete': {
    table: 'usageMatrix',
    act: (table) => press('Pay', table.built.id('CRM'), 'Delete')(table),
    done: ({ usages }) => usages.all.length === 0,
  },
  'data-flow.create': {
    table: 'dataFlows',
    act: enterAll(['new', 'from', 'CRM'], ['draft 1', 'to', 'ERP']),
    done: ({ dataFlows }) => dataFlows.all.length === 1,
  },
  'record.create-named': {
    table: 'systems',
    act: enter('CRM', 'parent', 'Suite'),
    done: (journey) => system(journey, 'CRM')?.parent === system(journey, 'Suite')?.id,
  },
  'assignment.create': {
    table: 'systemOwners',
    act: (table) => press('ERP', table.built.id('Shop'), 'A')(table),
    done: ({ assignments }) => assignments.all.length === 2,
  },
  'assignment.delete': {
    table: 'systemOwners',
    act: (table) => press('CRM', table.built.id('Shop'), 'Delete')(table),
    done: ({ assignments }) => assignments.all.length === 0,
  },
  'record.update': {
    table: 'systems',
    act: enter('CRM', 'region', 'EU'),
    done: (journey) => system(journey, 'CRM')?.region === 'EU',
  },
  'record.change-many': {
    table: 'systems',
    act: press('CRM', 'region', 'Shift+ArrowDown', 'Mod+D'),
    done: (journey) => system(journey, 'ERP')?.region === 'US',
  },
  'list-item.add': {
    table: 'touchpoints',
    act: enter('Pay', 'pains', 'Slow; Queue'),
    done: ({ touchpoints }) => touchpoints.all[0]?.pains.length === 2,
  },
  'list-item.add-many': { beside: 'listItems' },
  'list-item.update': {
    table: 'touchpoints',
    act: enter('Pay', 'pains', 'Slower'),
    done: ({ touchpoints }) => touchpoints.all[0]?.pains[0]?.text === 'Slower',
  },
  'list-item.remove': {
    table: 'touchpoints',
    act: press('Pay', 'pains', 'Delete'),
    done: ({ touchpoints }) => touchpoints.all[0]?.pains.length === 0,
  },
  'record.delete': {
    table: 'systems',
    act: press('ERP', 'name', 'Mod+Backspace'),
    done: (journey) => system(journey, 'ERP') === undefined,
  },
  'record.duplicate': {
    table: 'systems',
    act: press('ERP', 'name', 'Mod+Shift+D'),
    done: ({ systems }) => systems.all.length === 3,
  },
  'note.create': {
    table: 'notes',
    act: enter('new', 'text', 'Ask them'),
    done: ({ notes }) => notes.all[0]?.text === 'Ask them',
  },
  'requirement.create': {
    table: 'requirements',
    act: enterAll(['new', 'what', 'Faster'], ['Faster', 'subject', 'Pay']),
    done: ({ requirements, touchpoints }) => requirements.all[0]?.subject === touchpoints.all[0]?.id,
  },
  // Tidying up and aligning: the page does it, whatever is shown, to what is selected there.
  'map.arrange': { beside: 'arrangeRecords' },
  'note.convert': { beside: 'convertNotes' },
  'history.undo': { beside: 'undoRedo' },
  'history.redo': { beside: 'undoRedo' },
  'map.update': { beside: 'updateMap' },
  'map.import': { beside: 'importBundle' },
  'names.replace': { beside: 'replaceInNames' },
  'record.restore': { beside: 'restoreRecords' },
  'finding.accept': { beside: 'acceptFinding' },
  'finding.reopen': { beside: 'acceptFinding' },
  'record.merge': { beside: 'mergeRecords' },
  'view.save': { beside: 'saveView' },
  'ballot.open': { later: 'ballots' },
  'vote.cast': { later: 'ballots' },
  'vote.open': { later: 'ballots' },
  'agreement.propose': { later: 'agreements' },
  'agreement.sign': { later: 'agreements' },
  'comment-thread.start': { later: 'comments' },
  'comment.add': { later: 'comments' },
  'comment-thread.resolve': { later: 'comments' },
};

const writeMap = (m: Parameters<Parameters<typeof openTable>[1]>[0]): void => {
  m.party('Shop', 'marketing');
  m.system('CRM', { region: 'US', owner: 'Shop', order: 'a' }).system('ERP', { order: 'b' });
  m.stage('Buy', 0, 2).stage('Get', 2, 3);
  m.touchpoint('Pay', { pains: [{ id: 'p', order: 'a', text: 'Wait' }] }).uses('CRM', 'writes');
  m.touchpoint('Collect').after('Pay');
};

/** All sources below a folder of `src`, as one text. */
function sourceOf(folder: string): string {
  if (!existsSync(join('src', folder))) return '';
  return readdirSync(join('src', folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => readFileSync(join('src', folder, path), 'utf8'))
    .join('\n');
}

const besideTheTable = ['app', 'panels', 'workshop', 'table'];

/** Whether anything in these folders of `src` imports a module of commands. */
function isOffered(module: string, folders: readonly string[]): boolean {
  return folders.some((folder) => sourceOf(folder).includes(`commands/${module}'`));
}

describe('TBL-9 every command is reachable by keyboard in the table or beside it', () => {
  test.each(commands.map(({ id }) => id))('%s', (id) => {
    const way = reach[id];
    if (!way) throw new Error('say in `reach` how the table reaches it');
    if ('later' in way) {
      const isOnCanvasAlone = isOffered(way.later, ['canvas']) && !isOffered(way.later, besideTheTable);
      expect(isOnCanvasAlone, 'it is on the canvas alone').toBe(false);
      return;
    }
    if ('beside' in way) {
      expect(isOffered(way.beside, besideTheTable)).toBe(true);
      return;
    }
    const first = openTable(way.table, writeMap);
    expect(way.done(first.map.journey()), 'the map begins without it').toBe(false);
    way.act(first);
    expect(way.done(first.map.journey())).toBe(true);
    // Each of them is one step, the row that waited for its ends included.
    undoCommand.run(first.map);
    if (id !== 'requirement.create') expect(way.done(first.map.journey())).toBe(false);
  });
});

/** What only a picture can do, and why a table has no use for it. */
const canvasOnly: Readonly<Record<string, string>> = {
  'view.zoom-fit': 'a table has no zoom but the browser’s: asking for it shows the canvas',
  'view.zoom-selection': 'the same',
  'view.zoom-in': 'the same',
  'view.zoom-out': 'the same',
  'view.zoom-100': 'the same',
  'view.minimap': 'the overview is of the picture',
  'paths.open': 'paths of personas are drawn: asking for them shows the canvas',
  'walk.start': 'walking follows the picture: asking for it shows the canvas',
  'stage.split': 'it cuts at a place of the timeline; the table states where stages begin and end',
  'stage.merge': 'the same',
  'rulers.next': 'which rulers are drawn; the table lists them all',
  'tool.select': 'a tool is what the pointer does on the picture',
  'tool.hand': 'the same',
};

describe('TBL-9 every intent and shortcut is done by the table, by the page, or is declared to be of the canvas alone', () => {
  const page = sourceOf('app');
  const ids = [...new Set([...intents.map(({ id }) => id), ...Object.keys(shortcuts)])];
  test.each(ids)('%s', (id) => {
    const { map, built } = openTable('touchpoints', writeMap);
    const { model } = onMap(map, built, 'touchpoints');
    const isOfPage = page.includes(`'${id}'`) || (id.startsWith('lens.') && page.includes('`lens.${lens}`'));
    const isDone = tableIntent(map, model, id) !== null || isOfPage;
    expect([isDone, Object.hasOwn(canvasOnly, id)]).toContain(true);
  });

  test('what makes a record from another sheet opens the sheet that makes it', () => {
    const { map, built } = openTable('systems', writeMap);
    const { model } = onMap(map, built, 'systems');
    tableIntent(map, model, 'system.create')?.();
    expect(model.controller.state.open?.row).toBe('new');
    model.controller.cancel();
    tableIntent(map, model, 'data-flow.create')?.();
    expect(map.view.getState().intentRequest).toBe('data-flow.create');
  });
});
