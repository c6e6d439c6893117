import { InstagramAccountEntity } from './accounts/instagram-account.entity';
import { ContactTurnEntity } from './contacts/contact-turn.entity';
import { ContactEntity } from './contacts/contact.entity';
import { ConversationEntity } from './conversations/conversation.entity';
import { FlowFolderEntity } from './flows/flow-folder.entity';
import { FlowTestEntity } from './flows/flow-test.entity';
import { FlowVersionEntity } from './flows/flow-version.entity';
import { FlowEntity } from './flows/flow.entity';
import { MediaFileEntity } from './media/media-file.entity';
import { MessageEntity } from './messages/message.entity';
import { NotificationEntity } from './notifications/notification.entity';
import { FlowRunEntity } from './runs/flow-run.entity';
import { TriggerEntity } from './triggers/trigger.entity';
import { UserEntity } from './users/user.entity';
import { WorkspaceMemberEntity } from './workspaces/workspace-member.entity';
import { WorkspaceEntity } from './workspaces/workspace.entity';

/** Every entity a data source has to know. */
export const entities = [
  UserEntity,
  WorkspaceEntity,
  WorkspaceMemberEntity,
  InstagramAccountEntity,
  FlowEntity,
  FlowVersionEntity,
  FlowFolderEntity,
  FlowTestEntity,
  FlowRunEntity,
  TriggerEntity,
  ContactEntity,
  ContactTurnEntity,
  ConversationEntity,
  MessageEntity,
  MediaFileEntity,
  NotificationEntity,
];
