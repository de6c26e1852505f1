import {
  Building2,
  CalendarDays,
  Globe,
  Handshake,
  House,
  Mail,
  Megaphone,
  MessageCircle,
  MessageSquareText,
  Phone,
  Search,
  Smartphone,
  Sparkle,
  Store,
  Users,
  type LucideIcon,
} from 'lucide-react';

const icons: Readonly<Record<string, LucideIcon>> = {
  web: Globe,
  app: Smartphone,
  store: Store,
  phone: Phone,
  email: Mail,
  letter: Mail,
  chat: MessageCircle,
  social: Megaphone,
  ad: Megaphone,
  search: Search,
  home: House,
  event: CalendarDays,
  partner: Handshake,
  branch: Building2,
  sms: MessageSquareText,
  'in person': Users,
};

/** The picture of a channel; there is one for words it does not know. */
export function channelIcon(channel: string): LucideIcon {
  return icons[channel.trim().toLocaleLowerCase('en')] ?? Sparkle;
}
