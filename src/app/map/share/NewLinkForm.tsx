import { Link2 } from 'lucide-react';
import { useState } from 'react';
import { linkLimits, mapRoles, type MapRole } from '../../../model/access';
import type { NewLink } from '../../../sync/accessClient';
import { Button } from '../../../ui/Button';
import { t } from '../../../ui/i18n/t';
import { Select } from '../../../ui/Select';
import { TextField } from '../../../ui/TextField';
import { useServices } from '../../services';

const dayMs = 24 * 60 * 60 * 1000;
/** Days after which a link may end, and how many people it may let in; 0 means without bound. */
const lifeDays = ['0', '1', '7', '30', '90', '365'] as const;
const linkUses = ['0', '1', '5', '20', '50'] as const;
type LifeDays = (typeof lifeDays)[number];
type LinkUses = (typeof linkUses)[number];

interface NewLinkFormProps {
  readonly isBusy: boolean;
  readonly onCreate: (link: NewLink) => void;
}

/** What a new link lets people do, until when, and how many of them. */
export function NewLinkForm({ isBusy, onCreate }: NewLinkFormProps) {
  const { entropy } = useServices();
  const [role, setRole] = useState<MapRole>('editor');
  const [days, setDays] = useState<LifeDays>('0');
  const [uses, setUses] = useState<LinkUses>('0');
  const [label, setLabel] = useState('');
  const isOwnerLink = role === 'owner';
  const create = (): void => {
    const end = isOwnerLink ? '7' : days;
    onCreate({
      role,
      label: label.trim(),
      expiresAt: end === '0' ? null : entropy.now() + Number(end) * dayMs,
      uses: isOwnerLink ? linkLimits.ownerUses : uses === '0' ? null : Number(uses),
    });
    setLabel('');
  };
  return (
    <form
      className="sharing-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isBusy) create();
      }}
    >
      <Select
        label={t('sharing.new.role')}
        options={mapRoles.map((value) => ({ value, label: t(`sharing.role.${value}`) }))}
        value={role}
        onChange={(value) => setRole(value ?? 'viewer')}
      />
      <Select
        label={t('sharing.new.until')}
        options={lifeDays.map((value) => ({ value, label: untilText(value) }))}
        value={isOwnerLink ? '7' : days}
        disabled={isOwnerLink}
        onChange={(value) => setDays(value ?? '0')}
      />
      <Select
        label={t('sharing.new.uses')}
        options={linkUses.map((value) => ({ value, label: usesText(value) }))}
        value={isOwnerLink ? '1' : uses}
        disabled={isOwnerLink}
        onChange={(value) => setUses(value ?? '0')}
      />
      <TextField
        className="sharing-form-label"
        label={t('sharing.new.label')}
        description={isOwnerLink ? t('sharing.new.owner.hint') : t('sharing.new.label.hint')}
        value={label}
        onChange={setLabel}
        maxLength={linkLimits.labelLength}
        autoComplete="off"
      />
      <Button variant="primary" type="submit" icon={Link2} loading={isBusy}>
        {t('sharing.new.create')}
      </Button>
    </form>
  );
}

function untilText(days: LifeDays): string {
  return days === '0' ? t('sharing.until.never') : t('sharing.until.days', { count: Number(days) });
}

function usesText(uses: LinkUses): string {
  return uses === '0' ? t('sharing.uses.any') : t('sharing.uses.count', { count: Number(uses) });
}
