import {
  Angry,
  BadgeAlert,
  BadgeCheck,
  Building,
  ChartColumn,
  CircleDashed,
  CircleHelp,
  CircleSlash,
  CircleUser,
  ClipboardCheck,
  ClipboardList,
  Clock,
  Cpu,
  Diamond,
  Fingerprint,
  Frown,
  Ghost,
  Hand,
  Handshake,
  Headset,
  HeartPulse,
  Hourglass,
  Infinity as Endless,
  Laugh,
  LockKeyhole,
  Megaphone,
  Meh,
  MessageCircleQuestion,
  PencilLine,
  Repeat2,
  Scale,
  ServerCog,
  ServerOff,
  Server,
  Shapes,
  ShieldAlert,
  ShieldCheck,
  ShieldQuestion,
  Smile,
  Square,
  Store,
  Sunrise,
  Sunset,
  Tag,
  ThumbsDown,
  Unlink2,
  UserX,
  Users,
  Vote,
  Zap,
  type LucideIcon,
} from 'lucide-react';
import type { Lens, LensAside, LensMark } from '../../analysis/lenses/lens';
import type { Tone } from '../../ui/tone';

/** The sign of a mark and its colour; `own` is the colour of whoever the record belongs to. */
export interface LensLook {
  readonly icon: LucideIcon | null;
  readonly tone: Tone | 'own';
}

/** Every mark has a sign of its own beside its colour: nobody has to tell colours apart (LENS-4). */
const marks: Readonly<Record<LensMark, LensLook>> = {
  owner: { icon: Square, tone: 'own' },
  nobody: { icon: UserX, tone: 'danger' },
  nothing: { icon: null, tone: 'own' },
  systems: { icon: Server, tone: 'it' },
  'systems-at-risk': { icon: ServerCog, tone: 'late' },
  'no-system': { icon: ServerOff, tone: 'danger' },
  'none-needed': { icon: CircleSlash, tone: 'neutral' },
  sanctioned: { icon: BadgeCheck, tone: 'operations' },
  tolerated: { icon: BadgeAlert, tone: 'late' },
  shadow: { icon: Ghost, tone: 'danger' },
  'standing-unknown': { icon: CircleHelp, tone: 'neutral' },
  unused: { icon: CircleDashed, tone: 'neutral' },
  'by-hand': { icon: Hand, tone: 'late' },
  slow: { icon: Clock, tone: 'late' },
  quick: { icon: Zap, tone: 'neutral' },
  sketched: { icon: PencilLine, tone: 'shared' },
  marketing: { icon: Megaphone, tone: 'marketing' },
  it: { icon: Cpu, tone: 'it' },
  sales: { icon: Tag, tone: 'operations' },
  service: { icon: Headset, tone: 'operations' },
  operations: { icon: Store, tone: 'operations' },
  legal: { icon: Scale, tone: 'operations' },
  external: { icon: Building, tone: 'operations' },
  other: { icon: Shapes, tone: 'operations' },
  'owner-unplaced': { icon: CircleUser, tone: 'neutral' },
  'several-owners': { icon: Users, tone: 'danger' },
  'hand-over': { icon: Repeat2, tone: 'shared' },
  special: { icon: HeartPulse, tone: 'shared' },
  personal: { icon: Fingerprint, tone: 'it' },
  'privacy-gap': { icon: ShieldAlert, tone: 'danger' },
  basis: { icon: ShieldCheck, tone: 'operations' },
  cleared: { icon: LockKeyhole, tone: 'operations' },
  'clearance-unknown': { icon: ShieldQuestion, tone: 'late' },
  'no-retention': { icon: Endless, tone: 'late' },
  'no-personal': { icon: null, tone: 'neutral' },
  disagreed: { icon: ThumbsDown, tone: 'danger' },
  question: { icon: MessageCircleQuestion, tone: 'late' },
  asked: { icon: ClipboardList, tone: 'late' },
  'ballot-open': { icon: Vote, tone: 'shared' },
  waiting: { icon: Hourglass, tone: 'late' },
  answered: { icon: ClipboardCheck, tone: 'operations' },
  agreed: { icon: Handshake, tone: 'operations' },
  revealed: { icon: ChartColumn, tone: 'neutral' },
  'nothing-said': { icon: null, tone: 'neutral' },
};

const asides: Readonly<Record<LensAside, LensLook>> = {
  awful: { icon: Angry, tone: 'danger' },
  bad: { icon: Frown, tone: 'late' },
  neither: { icon: Meh, tone: 'neutral' },
  good: { icon: Smile, tone: 'operations' },
  delighted: { icon: Laugh, tone: 'operations' },
  planned: { icon: Sunrise, tone: 'shared' },
  'phasing-out': { icon: Sunset, tone: 'late' },
  retired: { icon: CircleSlash, tone: 'danger' },
  'no-it-owner': { icon: UserX, tone: 'late' },
  'no-business-owner': { icon: UserX, tone: 'late' },
};

/** How a mark is drawn. */
export function lensLook(mark: LensMark): LensLook {
  return marks[mark];
}

/** The colour that a lens gives to the whole record; none where it is the owner's anyway. */
export function lensTone(mark: LensMark): Tone | undefined {
  const { tone } = marks[mark];
  return tone === 'own' ? undefined : tone;
}

/** How what stands beside a mark is drawn. */
export function asideLook(aside: LensAside): LensLook {
  return asides[aside];
}

/** One line of a legend: its text's key behind `lens.key.`, its sign, and a pattern where the drawing has one. */
export interface LegendLine extends LensLook {
  readonly key: LegendKey;
  readonly pattern?: 'torn' | 'dashed' | 'thick' | undefined;
}

type LegendKey =
  | Exclude<
      LensMark,
      | 'nothing'
      | 'none-needed'
      | 'unused'
      | 'quick'
      | 'sketched'
      | 'owner-unplaced'
      | 'no-personal'
      | 'nothing-said'
    >
  | 'delighted'
  | 'neither'
  | 'awful'
  | 'broken'
  | 'late'
  | 'byHandStep'
  | 'channelChange'
  | 'phasing-out';

const line = (key: Exclude<LegendKey, keyof typeof drawn>, pattern?: LegendLine['pattern']): LegendLine => ({
  key,
  ...marks[key],
  pattern,
});

/** Lines of a legend that explain more than a mark. */
const drawn = {
  delighted: { key: 'delighted', icon: Laugh, tone: 'operations' },
  neither: { key: 'neither', icon: Meh, tone: 'neutral' },
  awful: { key: 'awful', icon: Angry, tone: 'danger' },
  broken: { key: 'broken', icon: Unlink2, tone: 'danger', pattern: 'torn' },
  late: { key: 'late', icon: Clock, tone: 'late', pattern: 'torn' },
  byHandStep: { key: 'byHandStep', icon: Hand, tone: 'late', pattern: 'dashed' },
  channelChange: { key: 'channelChange', icon: Diamond, tone: 'neutral' },
  'phasing-out': { key: 'phasing-out', icon: Sunset, tone: 'late' },
} as const satisfies Readonly<Record<string, LegendLine>>;

/** What each lens's legend explains, in the order of importance. */
export const legends: Readonly<Record<Lens, readonly LegendLine[]>> = {
  experience: [
    drawn.delighted,
    drawn.neither,
    drawn.awful,
    drawn.broken,
    drawn.late,
    drawn.byHandStep,
    drawn.channelChange,
    line('nobody', 'dashed'),
  ],
  systems: [
    line('systems'),
    line('systems-at-risk'),
    line('no-system'),
    line('sanctioned'),
    line('tolerated', 'dashed'),
    line('shadow', 'dashed'),
    line('standing-unknown'),
    drawn['phasing-out'],
    line('slow', 'dashed'),
    line('by-hand', 'dashed'),
  ],
  ownership: [
    line('marketing'),
    line('it'),
    line('sales'),
    line('service'),
    line('operations'),
    line('legal'),
    line('external'),
    line('other'),
    line('nobody', 'dashed'),
    line('several-owners'),
    line('hand-over', 'thick'),
  ],
  privacy: [
    line('personal'),
    line('special'),
    line('privacy-gap', 'thick'),
    line('basis', 'thick'),
    line('cleared'),
    line('clearance-unknown'),
    line('no-retention'),
  ],
  alignment: [
    line('disagreed'),
    line('question'),
    line('asked'),
    line('ballot-open'),
    line('waiting'),
    line('answered'),
    line('agreed'),
    line('revealed'),
  ],
};
