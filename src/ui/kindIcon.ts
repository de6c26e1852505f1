import {
  ArrowLeftRight,
  ArrowRight,
  CircleDot,
  Database,
  Eye,
  ListChecks,
  Plug,
  Ruler,
  Server,
  SlidersHorizontal,
  SquareDashedMousePointer,
  StickyNote,
  UserRound,
  Users,
  Waypoints,
  type LucideIcon,
} from 'lucide-react';

const icons: Readonly<Record<string, LucideIcon>> = {
  touchpoints: CircleDot,
  stages: SquareDashedMousePointer,
  rulers: Ruler,
  transitions: ArrowRight,
  personas: UserRound,
  systems: Server,
  usages: Plug,
  dataObjects: Database,
  dataFlows: ArrowLeftRight,
  parties: Users,
  requirements: ListChecks,
  levers: SlidersHorizontal,
  notes: StickyNote,
  views: Eye,
};

/** The picture of a kind of record, by its plural. */
export function kindIcon(kind: string): LucideIcon {
  return icons[kind] ?? Waypoints;
}
