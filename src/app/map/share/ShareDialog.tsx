import { Check, Copy, ScrollText } from 'lucide-react';
import { useRef, useState } from 'react';
import { isAtLeast } from '../../../model/access';
import type { AccessLink, AccessPerson, MapAccess } from '../../../model/mapAccess';
import { Button } from '../../../ui/Button';
import { Dialog } from '../../../ui/Dialog';
import { ErrorBanner } from '../../../ui/ErrorBanner';
import { t } from '../../../ui/i18n/t';
import { Section } from '../../../ui/Section';
import { Spinner } from '../../../ui/Spinner';
import { TextField } from '../../../ui/TextField';
import type { PageMap } from '../MapPage';
import { AccessLog } from './AccessLog';
import { ConfirmDialog, type Question } from './ConfirmDialog';
import { LinkList } from './LinkList';
import { linkName } from './linkText';
import { NewLinkForm } from './NewLinkForm';
import { PeopleList, personName } from './PeopleList';
import { linkAddress, useMapAccess, type SharingActions } from './useMapAccess';
import './ShareDialog.css';

interface ShareDialogProps {
  readonly map: PageMap;
  readonly onClose: () => void;
}

/** Who can open this map, what they may do, and until when; for owners also the way to change it. */
export function ShareDialog({ map, onClose }: ShareDialogProps) {
  const sharing = useMapAccess(map);
  const [question, setQuestion] = useState<Question | null>(null);
  const [showsLog, setShowsLog] = useState(false);
  const [copied, setCopied] = useState<string | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const { access, isShared, problem, fresh } = sharing;
  const isOwner = access ? isAtLeast(access.role, 'owner') : !isShared;
  const copy = async (address: string): Promise<void> => {
    if (await copyText(address)) setCopied(address);
    field.current?.select();
  };
  const create: SharingActions['createLink'] = async (link) => {
    const address = await sharing.createLink(link);
    if (address !== null) await copy(address);
    return address;
  };
  return (
    <>
      <Dialog
        open
        size="l"
        onOpenChange={(open) => !open && onClose()}
        title={showsLog ? t('sharing.log.title') : t('sharing.title')}
        description={showsLog ? undefined : t('sharing.text')}
      >
        {problem && (
          <ErrorBanner
            title={t('sharing.failed')}
            urgent
            action={
              isShared && (
                <Button size="s" onClick={() => void sharing.reload()}>
                  {t('app.retry')}
                </Button>
              )
            }
          >
            {t(`sharing.failed.${problem}`)}
          </ErrorBanner>
        )}
        {showsLog && map.access ? (
          <AccessLog access={map.access} onBack={() => setShowsLog(false)} />
        ) : (
          <>
            {isShared && !access && !problem && (
              <p className="sharing-waiting">
                <Spinner size={16} /> {t('sharing.loading')}
              </p>
            )}
            {!isShared && <p>{t('sharing.unshared')}</p>}
            {fresh !== null && (
              <div className="sharing-fresh">
                <div className="share-row">
                  <TextField
                    ref={field}
                    label={t('sharing.link')}
                    description={t('sharing.fresh.text')}
                    value={fresh}
                    readOnly
                    onFocus={(event) => event.target.select()}
                  />
                  <Button icon={copied === fresh ? Check : Copy} onClick={() => void copy(fresh)}>
                    {copied === fresh ? t('sharing.copied') : t('sharing.copy')}
                  </Button>
                </div>
              </div>
            )}
            {isOwner && (
              <Section title={t('sharing.new.title')}>
                <NewLinkForm isBusy={sharing.isBusy} onCreate={(link) => void create(link)} />
              </Section>
            )}
            {access && (
              <Standing
                access={access}
                map={map}
                actions={sharing}
                onCopy={(secret) => void copy(linkAddress(map.id, secret))}
                onAsk={setQuestion}
              />
            )}
            {access && isOwner && (
              <Button className="sharing-log-open" icon={ScrollText} onClick={() => setShowsLog(true)}>
                {t('sharing.log.open')}
              </Button>
            )}
          </>
        )}
      </Dialog>
      <ConfirmDialog question={question} onClose={() => setQuestion(null)} />
    </>
  );
}

interface StandingProps {
  readonly access: MapAccess;
  readonly map: PageMap;
  readonly actions: SharingActions;
  readonly onCopy: (secret: string) => void;
  readonly onAsk: (question: Question) => void;
}

/** How things stand: the open address, the links, the people. */
function Standing({ access, map, actions, onCopy, onAsk }: StandingProps) {
  const isOwner = isAtLeast(access.role, 'owner');
  const askToRevoke = (link: AccessLink): void =>
    onAsk({
      title: t('sharing.revoke.question', { label: linkName(link) }),
      text: t('sharing.revoke.text'),
      confirm: t('sharing.revoke'),
      run: () => void actions.revokeLink(link.id),
    });
  const askToRemove = (person: AccessPerson): void =>
    onAsk({
      title: t('sharing.remove.question', { name: personName(person) }),
      text: t('sharing.remove.text'),
      confirm: t('sharing.remove.confirm'),
      run: () => void actions.removePerson(person.id),
    });
  return (
    <>
      {!isOwner && (
        <p>
          {t(`sharing.role.${access.role}.you`)} {t('sharing.notOwner')}
        </p>
      )}
      {access.addressRole !== null && (
        <ErrorBanner
          tone="late"
          title={t('sharing.address.title')}
          action={
            isOwner && (
              <Button size="s" onClick={() => void actions.closeAddress()}>
                {t('sharing.address.close')}
              </Button>
            )
          }
        >
          {t('sharing.address.text')}
        </ErrorBanner>
      )}
      {isOwner && (
        <LinkList
          links={access.links}
          myName={map.session.getState().me?.name ?? ''}
          onCopy={onCopy}
          onRevoke={askToRevoke}
        />
      )}
      <PeopleList
        people={access.people}
        isOwner={isOwner}
        onRole={(person, role) => void actions.changeRole(person.id, role)}
        onRemove={askToRemove}
      />
    </>
  );
}

/** Puts a text on the clipboard; false where the browser does not let us. */
async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
