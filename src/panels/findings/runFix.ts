import type { Fix } from '../../analysis/fixOf';
import { assignRole, type PartyChoice, type RoleAssignment } from '../../commands/assignRole';
import { attachSystem } from '../../commands/attachSystem';
import { refused, type CommandContext, type CommandResult } from '../../commands/command';
import { createDataFlow, type NewDataFlow } from '../../commands/createDataFlow';
import { createNamed } from '../../commands/createNamed';
import { createRequirement } from '../../commands/createRequirement';
import { restoreRecords } from '../../commands/restoreRecords';
import { updateRecord, type AnyRecordPatch } from '../../commands/updateRecord';
import { newRecordId } from '../../model/ids';

/** What somebody chose for a fix that asks: a value or an id, or the name of a party that is to be made. */
export type FixChoice = { readonly value: string } | { readonly name: string };

type Runner = (context: CommandContext, fix: Fix, choice: FixChoice | null) => CommandResult<unknown>;

/** The arguments of a command out of those that the analysis knows and the one that was chosen. */
function withChoice({ args, choose }: Fix, choice: FixChoice | null): Readonly<Record<string, unknown>> {
  return choose && choice && 'value' in choice ? { ...args, [choose.argument]: choice.value } : args;
}

// The analysis names commands as data; what it leaves open is checked by the commands themselves.
const runners: { readonly [C in Fix['command']]: Runner } = {
  'data-flow.create': (context, fix, choice) =>
    createDataFlow.run(context, withChoice(fix, choice) as unknown as NewDataFlow),
  'assignment.create': (context, fix, choice) => {
    const party = choice && 'name' in choice ? { ...fix.args, name: choice.name } : withChoice(fix, choice);
    return assignRole.run(context, party as unknown as RoleAssignment & PartyChoice);
  },
  'record.update': (context, fix, choice) => update(context, fix, choice),
  'record.restore': (context, fix) =>
    restoreRecords.run(context, fix.args as unknown as Parameters<typeof restoreRecords.run>[1]),
  'requirement.create': (context, fix, choice) =>
    createRequirement.run(
      context,
      withChoice(fix, choice) as unknown as Parameters<typeof createRequirement.run>[1],
    ),
  'usage.create': (context, fix, choice) =>
    attachSystem.run(context, withChoice(fix, choice) as unknown as Parameters<typeof attachSystem.run>[1]),
};

/** Does what mends a finding. A fix that asks needs a choice; making a party for it is the same step of undo. */
export function runFix(
  context: CommandContext,
  fix: Fix,
  choice: FixChoice | null = null,
): CommandResult<unknown> {
  if (fix.choose !== null && choice === null) return refused('invalid');
  return runners[fix.command](context, fix, choice);
}

function update(context: CommandContext, fix: Fix, choice: FixChoice | null): CommandResult<unknown> {
  const { patch, ...record } = fix.args as unknown as AnyRecordPatch;
  if (!fix.choose || !choice) return updateRecord.run(context, { ...record, patch } as AnyRecordPatch);
  const gesture = newRecordId(context.document.entropy);
  let value = 'value' in choice ? choice.value : '';
  if ('name' in choice) {
    const made = createNamed.run(context, { kind: 'parties', name: choice.name, gesture });
    if (!made.ok) return made;
    value = made.value;
  }
  const change = { ...record, patch: { ...patch, [fix.choose.argument]: value }, gesture };
  return updateRecord.run(context, change as AnyRecordPatch);
}
