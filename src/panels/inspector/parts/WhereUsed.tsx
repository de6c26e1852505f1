import { useState } from 'react';
import type { RecordRef } from '../../../model/kinds';
import type { Journey } from '../../../model/resolve';
import { whereUsed } from '../../../model/whereUsed';
import { useJourney } from '../../../store/openMap';
import { Button } from '../../../ui/Button';
import { List } from '../../../ui/ListRow';
import { t } from '../../../ui/i18n/t';
import { Fold } from './Fold';
import { RecordRow } from './RecordRow';

/** Records that are listed before one asks for the rest. */
const firstShown = 30;

/** Every record that names this one, to go to. */
export function WhereUsed({ id }: { readonly id: string }) {
  return (
    <Fold id="where-used" title={t('inspector.section.whereUsed')}>
      <Users id={id} />
    </Fold>
  );
}

function Users({ id }: { readonly id: string }) {
  const journey = useJourney((now) => now);
  const [showsAll, setShowsAll] = useState(false);
  const users = whereUsed(journey, id).map((user) => shownAs(journey, user, id));
  if (users.length === 0) return <p className="inspector-note">{t('inspector.none.whereUsed')}</p>;
  const shown = showsAll ? users : users.slice(0, firstShown);
  return (
    <>
      <List label={t('inspector.section.whereUsed')}>
        {shown.map(({ key, record, text }) => (
          <RecordRow key={key} record={record} secondLine={text} />
        ))}
      </List>
      {shown.length < users.length && (
        <Button size="s" variant="ghost" onClick={() => setShowsAll(true)}>
          {t('inspector.map.moreOf', { count: users.length })}
        </Button>
      )}
    </>
  );
}

interface ShownUser {
  readonly key: string;
  readonly record: RecordRef;
  readonly text: string;
}

/** A role has no details of its own: what it joins this record with stands for it. */
function shownAs(journey: Journey, user: RecordRef, id: string): ShownUser {
  const text = t(`model.kind.${user.kind}`);
  const role = user.kind === 'assignments' ? journey.assignments.byId.get(user.id) : undefined;
  if (!role) return { key: user.id, record: user, text };
  const other = role.party === id ? role.subject : role.party;
  const record = { kind: kindHere(journey, other ?? ''), id: other ?? '' };
  return { key: user.id, record, text: t(`model.raci.${role.role}`) };
}

function kindHere(journey: Journey, id: string): RecordRef['kind'] {
  return whichKind.find((kind) => journey[kind].byId.has(id)) ?? 'parties';
}

const whichKind = ['parties', 'touchpoints', 'systems', 'dataFlows', 'dataObjects', 'stages'] as const;
