import {
  Bell,
  Building2,
  CalendarDays,
  CreditCard,
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
  website: Globe,
  app: Smartphone,
  mobile: Smartphone,
  store: Store,
  shop: Store,
  phone: Phone,
  call: Phone,
  email: Mail,
  'e-mail': Mail,
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
  push: Bell,
  payment: CreditCard,
  'in person': Users,
};

/** The picture of a channel; channels are free words, so there is one for those it does not know. */
export function channelIcon(channel: string): LucideIcon {
  return icons[channel.trim().toLocaleLowerCase('en')] ?? Sparkle;
}
