import { Module, type DynamicModule, type Provider } from '@nestjs/common';
import { APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { JwtService } from '@nestjs/jwt';
import { AccountsController } from './accounts/accounts.controller';
import { AnalyticsController } from './analytics/analytics.controller';
import { FlowAnalyticsController } from './analytics/flow-analytics.controller';
import { AccessTokens } from './auth/access-tokens';
import { AuthController } from './auth/auth.controller';
import { LoginThrottles } from './auth/login-throttles';
import { Sessions } from './auth/sessions';
import { UsersController } from './auth/users.controller';
import { ConnectionController } from './connection/connection.controller';
import { DoctorController } from './connection/doctor/doctor.controller';
import { ContactsController } from './contacts/contacts.controller';
import { ConversationsController } from './conversations/conversations.controller';
import { dependenciesToken, type Dependencies } from './dependencies';
import { BundlesController } from './flows/bundles/bundles.controller';
import { CommentsController } from './flows/comments/comments.controller';
import { CommentThreadsController } from './flows/comments/comment-threads.controller';
import { FlowToolsController } from './flows/flow-tools.controller';
import { FlowsController } from './flows/flows.controller';
import { FoldersController } from './flows/folders/folders.controller';
import { ProposalsController } from './flows/proposals/proposals.controller';
import { ShareLinksController } from './flows/sharing/share-links.controller';
import { FlowTestsController } from './flows/tests/flow-tests.controller';
import { DiscardedDraftsController } from './flows/versions/discarded-drafts.controller';
import { FlowVersionsController } from './flows/versions/flow-versions.controller';
import { AccessGuard } from './http/access-guard';
import { CallerDirectory } from './http/caller-directory';
import { IdempotencyInterceptor } from './http/idempotency.interceptor';
import { MediaController } from './media/media.controller';
import { NotificationsController } from './notifications/notifications.controller';
import { DataDeletionsController } from './privacy/data-deletions.controller';
import { RealtimeGateway } from './realtime/realtime.gateway';
import { FlowOperationsController } from './runs/flow-operations.controller';
import { RunCommandsController } from './runs/run-commands.controller';
import { RunsController } from './runs/runs.controller';
import { SystemController } from './system/system.controller';
import { MessengerProfileController } from './triggers/messenger-profile.controller';
import { TriggersController } from './triggers/triggers.controller';
import { WorkspacesController } from './workspaces/workspaces.controller';

/** The HTTP API and the stream of changes. */
@Module({})
export class AppModule {
  static with(deps: Dependencies): DynamicModule {
    return {
      module: AppModule,
      controllers: [
        SystemController,
        AuthController,
        UsersController,
        WorkspacesController,
        AccountsController,
        ConnectionController,
        DoctorController,
        DataDeletionsController,
        FlowToolsController,
        FlowsController,
        FlowVersionsController,
        DiscardedDraftsController,
        ProposalsController,
        FlowTestsController,
        BundlesController,
        FoldersController,
        ShareLinksController,
        CommentThreadsController,
        CommentsController,
        TriggersController,
        MessengerProfileController,
        ContactsController,
        ConversationsController,
        AnalyticsController,
        FlowAnalyticsController,
        RunsController,
        RunCommandsController,
        FlowOperationsController,
        NotificationsController,
        MediaController,
      ],
      providers: [{ provide: dependenciesToken, useValue: deps }, ...providers(deps), RealtimeGateway],
    };
  }
}

function providers(deps: Dependencies): Provider[] {
  const tokens = new AccessTokens(new JwtService({ secret: deps.config.jwtSecret }));
  const directory = new CallerDirectory(deps);
  return [
    { provide: AccessTokens, useValue: tokens },
    { provide: CallerDirectory, useValue: directory },
    { provide: Sessions, useValue: new Sessions(deps, tokens, directory) },
    { provide: LoginThrottles, useValue: new LoginThrottles(deps.engineSource) },
    { provide: APP_GUARD, useClass: AccessGuard },
    { provide: APP_INTERCEPTOR, useClass: IdempotencyInterceptor },
  ];
}
