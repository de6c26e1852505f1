import { UserRoundPen, UserRoundX, X } from 'lucide-react';
import { useState } from 'react';
import { assignRole, type PartyChoice } from '../../../commands/assignRole';
import { unassignRole } from '../../../commands/unassignRole';
import { updateRecord } from '../../../commands/updateRecord';
import { toneOfFunction } from '../../../model/functionColors';
import { raciRoles, type Assignment, type RaciRole } from '../../../model/records/assignment';
import { partyFunctions, type Party } from '../../../model/records/party';
import { useDerived } from '../../../store/derived';
import { useJourney, useOpenMap } from '../../../store/openMap';
import { Button } from '../../../ui/Button';
import { Combobox } from '../../../ui/Combobox';
import { IconButton } from '../../../ui/IconButton';
import { List, ListRow } from '../../../ui/ListRow';
import { Select } from '../../../ui/Select';
import { t } from '../../../ui/i18n/t';
import { AddableSection } from './AddableSection';
import { AddPicker } from './AddPicker';
import { choicesOf } from './fieldTexts';
import { told, useInspector, useUpdate } from './inspectorContext';
import { useRecordOptions } from './options';
import type { Picking } from './PickerField';
import { useJourneyList } from './useJourneyList';

export interface OwnersProps {
  /** Id of a record, or the map's. */
  readonly subject: string;
  readonly title?: string | undefined;
}

/** Who has which role for a thing, accountable first; people and teams are made by typing their name. */
export function Owners({ subject, title = t('inspector.section.owners') }: OwnersProps) {
  const openMap = useOpenMap();
  const assignments = useJourneyList((journey) =>
    byRole(journey.relations.assignmentsBySubject.get(subject)),
  );
  const accountable = assignments.filter(({ role }) => role === 'accountable');
  const assign = (choice: PartyChoice, role: RaciRole): void => {
    told(assignRole.run(openMap, { subject, role, ...choice }));
  };
  const role = accountable.length === 0 ? 'accountable' : 'responsible';
  const picking: Picking = {
    fieldLabel: t('inspector.owners.party'),
    offer: 'parties',
    onPick: (party) => assign({ party }, role),
    onCreate: (name) => assign({ name }, role),
  };
  return (
    <AddableSection
      title={title}
      addLabel={accountable.length === 0 ? undefined : t('inspector.owners.add')}
      {...picking}
    >
      {accountable.length > 1 && <SeveralOwners subject={subject} accountable={accountable} />}
      {assignments.length > 0 && (
        <List label={title}>
          {assignments.map((assignment) => (
            <OwnerRow key={assignment.id} assignment={assignment} subject={subject} />
          ))}
        </List>
      )}
      {accountable.length === 0 && (
        <div className="inspector-nobody">
          <NobodyAccountable subject={subject} />
          <AddPicker label={t('inspector.owners.set')} {...picking} />
        </div>
      )}
    </AddableSection>
  );
}

/** Said in the colour of a finding only where having no owner is one. */
function NobodyAccountable({ subject }: { readonly subject: string }) {
  const isFinding = useDerived(
    ({ findingsByRecord }) => findingsByRecord.get(subject)?.some(({ kind }) => kind === 'no-owner') ?? false,
  );
  return (
    <p className="inspector-note" data-tone={isFinding ? 'danger' : undefined}>
      <UserRoundX size={14} aria-hidden />
      {t('inspector.owners.none')}
    </p>
  );
}

function byRole(assignments: readonly Assignment[] = []): readonly Assignment[] {
  return raciRoles.flatMap((role) => assignments.filter((one) => one.role === role));
}

interface OwnerRowProps {
  readonly assignment: Assignment;
  readonly subject: string;
}

function OwnerRow({ assignment, subject }: OwnerRowProps) {
  const openMap = useOpenMap();
  const { go, isReadOnly } = useInspector();
  const [isChanging, setChanging] = useState(false);
  const party = useJourney((journey) => journey.parties.byId.get(assignment.party ?? ''));
  if (!party) return null;
  const { role } = assignment;
  const name = party.name.trim() || t('inspector.unnamed');
  const setRole = (next: RaciRole | null): void => {
    if (next === null) return;
    told(updateRecord.run(openMap, { kind: 'assignments', id: assignment.id, patch: { role: next } }));
  };
  if (isChanging) return <ChangeOwner subject={subject} from={party} onDone={() => setChanging(false)} />;
  return (
    <>
      <ListRow
        label={name}
        tone={toneOfFunction(party.function)}
        onClick={() => go({ kind: 'parties', id: party.id })}
        trailing={
          <Select
            quiet
            hideLabel
            label={t('inspector.owners.role', { name })}
            options={choicesOf('raci', raciRoles)}
            value={role}
            disabled={isReadOnly}
            onChange={setRole}
          />
        }
        actions={
          isReadOnly ? undefined : (
            <>
              {role === 'accountable' && (
                <IconButton
                  label={t('inspector.owners.change')}
                  icon={UserRoundPen}
                  size="s"
                  onClick={() => setChanging(true)}
                />
              )}
              <IconButton
                label={t('inspector.owners.remove', { name, role: t(`model.raci.${role}`) })}
                icon={X}
                size="s"
                onClick={() => told(unassignRole.run(openMap, { subject, party: party.id, role }))}
              />
            </>
          )
        }
      />
      {party.function === null && !isReadOnly && <FunctionQuestion party={party} name={name} />}
    </>
  );
}

/** A party made by its name has no function yet: asked right here, because it gives the colour. */
function FunctionQuestion({ party, name }: { readonly party: Party; readonly name: string }) {
  const update = useUpdate('parties', party.id);
  return (
    <li className="inspector-subrow">
      <Select
        quiet
        hideLabel
        label={t('inspector.owners.function', { name })}
        emptyLabel={t('inspector.owners.whichFunction')}
        options={choicesOf('function', partyFunctions)}
        value={null}
        onChange={(chosen) => chosen !== null && update({ function: chosen })}
      />
    </li>
  );
}

function ChangeOwner(props: { readonly subject: string; readonly from: Party; readonly onDone: () => void }) {
  const { subject, from, onDone } = props;
  const openMap = useOpenMap();
  const replace = (choice: PartyChoice): void => {
    told(assignRole.run(openMap, { subject, role: 'accountable', replace: true, ...choice }));
    onDone();
  };
  return (
    <li>
      <Combobox
        label={t('inspector.owners.change')}
        hideLabel
        autoFocus
        options={useRecordOptions('parties')}
        value={from.id}
        onChange={(party) => party !== null && replace({ party })}
        onCreate={(name) => replace({ name })}
        onOpenChange={(open) => {
          if (!open) onDone();
        }}
      />
    </li>
  );
}

function SeveralOwners({
  subject,
  accountable,
}: {
  readonly subject: string;
  readonly accountable: readonly Assignment[];
}) {
  const openMap = useOpenMap();
  const { isReadOnly } = useInspector();
  const parties = useJourneyList((journey) =>
    accountable.flatMap((one) => journey.parties.byId.get(one.party ?? '') ?? []),
  );
  return (
    <div className="inspector-conflict" data-tone="late">
      <p>{t('inspector.owners.several')}</p>
      {!isReadOnly &&
        parties.map(({ id, name }) => (
          <Button
            key={id}
            size="s"
            onClick={() =>
              told(assignRole.run(openMap, { subject, role: 'accountable', party: id, replace: true }))
            }
          >
            {t('inspector.owners.keep', { name })}
          </Button>
        ))}
    </div>
  );
}
