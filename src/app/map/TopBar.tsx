import {
  ArrowLeft,
  ChevronDown,
  Copy,
  Download,
  History,
  Keyboard,
  PanelRight,
  Pencil,
  Search,
  Share2,
  Upload,
  UserRound,
} from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { keysOf } from '../../commands/intents';
import { updateMap } from '../../commands/updateMap';
import { toneOfFunction } from '../../model/functionColors';
import { useJourney, useMirror, useOpenMap, useSession, useView } from '../../store/openMap';
import { Avatar } from '../../ui/Avatar';
import { AvatarStack } from '../../ui/AvatarStack';
import { Button } from '../../ui/Button';
import { IconButton } from '../../ui/IconButton';
import { InlineEdit } from '../../ui/InlineEdit';
import { t } from '../../ui/i18n/t';
import { Menu } from '../../ui/Menu';
import type { MenuEntry } from '../../ui/menuEntries';
import { Popover } from '../../ui/Popover';
import { LogoMark } from '../LogoMark';
import { readsOthers, setReadsOthers } from '../news/newsSetting';
import { navigate } from '../route';
import { languageEntries } from '../languageEntries';
import { themeEntries } from '../themeEntries';
import { LensSwitch } from './LensSwitch';
import { SaveIndicator } from './SaveIndicator';
import { ViewSwitch } from './ViewSwitch';
import './TopBar.css';

/** What the bar's menu and buttons do; the page decides how. */
export interface TopBarActions {
  readonly share: () => void;
  readonly importFiles: () => void;
  readonly exportFile: () => void;
  readonly duplicate: () => void;
  readonly showDeleted: () => void;
  readonly editIdentity: () => void;
  /** Stores on this device what is not stored yet. */
  readonly flush: () => Promise<void>;
  readonly filter: ReactNode;
  readonly search: () => void;
  readonly showShortcuts: () => void;
}

/** Title, whether it is saved, who is here, and the way to share. */
export function TopBar({ actions }: { readonly actions: TopBarActions }) {
  // A lens colours the picture; where there is none it would change nothing.
  const isTable = useView((view) => view.mode === 'table');
  return (
    <header className="top-bar" aria-label={t('app.bar')}>
      <IconButton label={t('app.home')} icon={ArrowLeft} onClick={() => navigate('/')} />
      <span className="top-bar-mark">
        <LogoMark />
        <span className="top-bar-name">Throughline</span>
      </span>
      <span className="top-bar-rule" aria-hidden />
      <MapTitle />
      <MapMenu actions={actions} />
      <SaveIndicator />
      <span className="top-bar-space" />
      <IconButton
        label={t('palette.button')}
        icon={Search}
        shortcut={keysOf('palette.open')[0]}
        onClick={actions.search}
      />
      {actions.filter}
      <ViewSwitch />
      {!isTable && <LensSwitch />}
      <People onEditIdentity={actions.editIdentity} />
      <PanelToggle />
      <Button className="top-bar-share" variant="primary" icon={Share2} onClick={actions.share}>
        {t('app.share.button')}
      </Button>
    </header>
  );
}

function PanelToggle() {
  const { view } = useOpenMap();
  // The list of findings stands where the details would: the button brings these back first.
  const isOpen = useView(
    ({ inspectorOpen, findings, reach, scores }) => inspectorOpen && !findings && !reach && !scores,
  );
  return (
    <IconButton
      label={t('app.panel')}
      icon={PanelRight}
      pressed={isOpen}
      onClick={() => view.setState({ inspectorOpen: !isOpen, findings: null, reach: null, scores: false })}
    />
  );
}

function MapTitle() {
  const map = useOpenMap();
  const title = useJourney((journey) => journey.map.title);
  const readOnly = useMirror((mirror) => mirror.readOnly);
  return (
    <div className="top-bar-title">
      <InlineEdit
        label={t('app.map.title')}
        value={title}
        placeholder={t('app.map.untitled')}
        readOnly={readOnly}
        headingLevel={1}
        onCommit={(text) => updateMap.run(map, { patch: { title: text } })}
      />
    </div>
  );
}

function MapMenu({ actions }: { readonly actions: TopBarActions }) {
  const [isTold, setTold] = useState(readsOthers);
  const entries: MenuEntry[] = [
    {
      id: 'import',
      label: t('app.menu.import'),
      icon: Upload,
      shortcut: 'Mod+O',
      onSelect: actions.importFiles,
    },
    {
      id: 'export',
      label: t('app.menu.export'),
      icon: Download,
      shortcut: 'Mod+S',
      onSelect: actions.exportFile,
    },
    { id: 'duplicate', label: t('app.menu.duplicate'), icon: Copy, onSelect: actions.duplicate },
    { type: 'separator', id: 'rule-1' },
    { id: 'deleted', label: t('app.menu.deleted'), icon: History, onSelect: actions.showDeleted },
    { id: 'identity', label: t('app.menu.identity'), icon: Pencil, onSelect: actions.editIdentity },
    {
      id: 'shortcuts',
      label: t('palette.intent.shortcuts.open'),
      icon: Keyboard,
      shortcut: keysOf('shortcuts.open')[0],
      onSelect: actions.showShortcuts,
    },
    { type: 'separator', id: 'rule-2' },
    themeEntries(),
    languageEntries(actions.flush),
    {
      type: 'check',
      id: 'news',
      label: t('news.setting'),
      checked: isTold,
      onChange: (isOn) => {
        setReadsOthers(isOn);
        setTold(isOn);
      },
    },
  ];
  return (
    <Menu
      trigger={<IconButton label={t('app.menu.label')} icon={ChevronDown} size="s" />}
      entries={entries}
    />
  );
}

function People({ onEditIdentity }: { readonly onEditIdentity: () => void }) {
  const peers = useSession((session) => session.peers);
  const me = useSession((session) => session.me);
  const people = [
    ...(me ? [{ id: 'me', name: me.name, tone: toneOfFunction(me.function) }] : []),
    ...peers.map((peer) => ({ id: String(peer.id), name: peer.name, tone: toneOfFunction(peer.function) })),
  ];
  if (people.length === 0) {
    return <IconButton label={t('app.menu.identity')} icon={UserRound} onClick={onEditIdentity} />;
  }
  return (
    <Popover
      title={t('app.people.title')}
      trigger={
        <button
          type="button"
          className="top-bar-people"
          aria-label={t('app.people.count', { count: people.length })}
        >
          <AvatarStack people={people} label={t('app.people.title')} max={5} />
        </button>
      }
    >
      <ul className="people-list">
        {me && (
          <li>
            <Avatar name={me.name} tone={toneOfFunction(me.function)} />
            <span className="people-name">{t('app.people.me', { name: me.name })}</span>
            <span className="quiet-text">{t(`model.function.${me.function}`)}</span>
          </li>
        )}
        {peers.map((peer) => (
          <li key={peer.id}>
            <Avatar name={peer.name} tone={toneOfFunction(peer.function)} />
            <span className="people-name">{peer.name}</span>
            <span className="quiet-text">
              {peer.editing === null ? t(`model.function.${peer.function}`) : t('app.people.typing')}
            </span>
          </li>
        ))}
      </ul>
      {peers.length === 0 && <p className="quiet-text">{t('app.people.alone')}</p>}
    </Popover>
  );
}
