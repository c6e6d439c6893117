import { isNodeKind, nodeKinds, type NodeKind } from '@instaflow/flow-model';
import {
  AtSign,
  Bell,
  Bot,
  CircleHelp,
  Clock,
  CornerUpRight,
  Flag,
  GalleryHorizontalEnd,
  Globe,
  MessageCircle,
  MessageCircleQuestionMark,
  MessageSquareReply,
  PenLine,
  Play,
  Shuffle,
  Sparkles,
  Split,
  StickyNote,
  Store,
  Tag,
  UserRound,
  type LucideIcon,
} from 'lucide-react';

const icons: Record<NodeKind, LucideIcon> = {
  start: Play,
  message: MessageCircle,
  carousel: GalleryHorizontalEnd,
  tag_contact: Tag,
  set_attribute: PenLine,
  condition: Split,
  randomizer: Shuffle,
  wait: Clock,
  get_input: MessageCircleQuestionMark,
  human_takeover: UserRound,
  go_to_flow: CornerUpRight,
  comment_reply: MessageSquareReply,
  follow_gate: AtSign,
  business_hours: Store,
  external_api_call: Globe,
  ai_reply: Sparkles,
  ai_agent: Bot,
  notify_team: Bell,
  goal: Flag,
  note: StickyNote,
};

/** The icon of a kind, and the tone its colour comes from (see builder.css). Never the colour alone: a word goes with it. */
export function kindLooks(type: string): { icon: LucideIcon; tone: string } {
  if (!isNodeKind(type)) return { icon: CircleHelp, tone: 'unknown' };
  return { icon: icons[type], tone: type === 'start' ? 'start' : nodeKinds[type].group };
}
