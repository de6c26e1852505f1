import { unassignRole } from '../../commands/unassignRole';
import { mapSubject } from '../../model/ids';
import type { Assignment } from '../../model/records/assignment';
import { partyFunctions, partyTypes, type Party } from '../../model/records/party';
import { kindOf } from '../../model/resolve';
import { useJourney, useOpenMap } from '../../store/openMap';
import { List, ListRow } from '../../ui/ListRow';
import { Section } from '../../ui/Section';
import { t } from '../../ui/i18n/t';
import { ChoiceField, LineField, ReferenceField } from './parts/fields';
import { told, useInspector, useUpdate } from './parts/inspectorContext';
import { kindIcon } from '../../ui/kindIcon';
import { useName } from './parts/names';
import { PanelFrame } from './parts/PanelFrame';
import { RecordRow } from './parts/RecordRow';
import { RecordSection } from './parts/RecordSection';
import { useJourneyList } from './parts/useJourneyList';

/** A person or a team, and everything they have a role for. */
export function PartyPanel({ record: party }: { readonly record: Party }) {
  const { id } = party;
  const update = useUpdate('parties', id);
  const roles = useJourneyList((journey) => journey.relations.assignmentsByParty.get(id) ?? []);
  const members = useJourneyList((journey) =>
    journey.parties.all.filter(({ parent }) => parent === id).map((one) => one.id),
  );
  const title = t('inspector.section.owns');
  return (
    <PanelFrame
      eyebrow={party.type === null ? t('model.kind.parties') : t(`model.partyType.${party.type}`)}
      title={party.name}
      titleField="party.name"
      onTitle={(name) => update({ name })}
      record={{ kind: 'parties', id }}
    >
      <div className="inspector-stack">
        <ChoiceField
          name="party.function"
          words="function"
          values={partyFunctions}
          value={party.function}
          onChange={(next) => update({ function: next })}
        />
        <ChoiceField
          name="party.type"
          words="partyType"
          values={partyTypes}
          value={party.type}
          onChange={(type) => update({ type })}
        />
        <LineField name="party.contact" value={party.contact} onChange={(contact) => update({ contact })} />
        <ReferenceField
          name="party.parent"
          kind="parties"
          without={id}
          value={party.parent}
          onChange={(parent, gesture) => update({ parent }, gesture)}
        />
      </div>
      <Section title={title} count={roles.length || undefined}>
        {roles.length === 0 ? (
          <p className="inspector-note">{t('inspector.none.roles')}</p>
        ) : (
          <List label={title}>
            {roles.map((assignment) => (
              <RoleRow key={assignment.id} assignment={assignment} />
            ))}
          </List>
        )}
      </Section>
      <RecordSection title={t('inspector.section.members')} kind="parties" ids={members} />
    </PanelFrame>
  );
}

function RoleRow({ assignment: { subject, party, role } }: { readonly assignment: Assignment }) {
  const openMap = useOpenMap();
  const { go } = useInspector();
  const name = useName(subject ?? mapSubject);
  const kind = useJourney((journey) => kindOf(journey, subject ?? ''));
  const word = t(`model.raci.${role}`);
  if (subject === null || party === null) return null;
  if (kind === null) return <ListRow label={name} trailing={word} onClick={() => go(null)} />;
  return (
    <RecordRow
      record={{ kind, id: subject }}
      icon={kindIcon(kind)}
      trailing={word}
      remove={{
        label: t('inspector.owners.remove', { name, role: word }),
        run: () => told(unassignRole.run(openMap, { subject, party, role })),
      }}
    />
  );
}
