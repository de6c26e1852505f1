import { Handshake, Heart, Server, ShieldCheck, UsersRound, type LucideIcon } from 'lucide-react';
import { lenses, type Lens } from '../../analysis/lenses/lens';
import { keysOf } from '../../commands/intents';
import { useOpenMap, useView } from '../../store/openMap';
import { IconButton } from '../../ui/IconButton';
import { t } from '../../ui/i18n/t';
import { Menu } from '../../ui/Menu';
import { SegmentedControl } from '../../ui/SegmentedControl';

const icons: Readonly<Record<Lens, LucideIcon>> = {
  experience: Heart,
  systems: Server,
  ownership: UsersRound,
  privacy: ShieldCheck,
  alignment: Handshake,
};

/** Chooses the lens: all five in sight where there is room, a menu where there is not (see TopBar.css). */
export function LensSwitch() {
  const { view } = useOpenMap();
  const lens = useView((state) => state.lens);
  const choose = (next: Lens): void => view.setState({ lens: next });
  return (
    <>
      <div className="top-bar-lenses">
        <SegmentedControl
          label={t('lens.label')}
          options={lenses.map((value) => ({
            value,
            label: t(`lens.${value}`),
            icon: icons[value],
            shortcut: keysOf(`lens.${value}`)[0],
          }))}
          value={lens}
          onChange={choose}
          size="s"
          collapsible
        />
      </div>
      <div className="top-bar-lens-menu">
        <Menu
          trigger={
            <IconButton label={t('lens.now', { name: t(`lens.${lens}`) })} icon={icons[lens]} size="s" />
          }
          entries={lenses.map((value) => ({
            type: 'check',
            id: value,
            label: t(`lens.${value}`),
            shortcut: keysOf(`lens.${value}`)[0],
            checked: value === lens,
            onChange: () => choose(value),
          }))}
        />
      </div>
    </>
  );
}
