import { z } from 'zod';
import { defineEndpoint } from './endpoint';
import { pageOf, pageQueryShape } from './pagination';
import { idParams, jsonObject, timestamp, uuid } from './primitives';

export const tagName = z.string().trim().min(1).max(100);
const tagList = z.array(tagName).min(1).max(100);

export const contactSummary = z.object({
  contactId: uuid,
  instagramAccountId: uuid,
  conversationId: uuid.nullable(),
  instagramUserId: z.string(),
  instagramUsername: z.string().nullable(),
  firstName: z.string().nullable(),
  lastName: z.string().nullable(),
  profilePictureUrl: z.string().nullable(),
  tags: z.array(z.string()),
  lastInteractionAt: timestamp.nullable(),
  createdAt: timestamp,
});
export type ContactSummary = z.infer<typeof contactSummary>;

export const contact = contactSummary.extend({
  isFollower: z.boolean().nullable(),
  customAttributes: jsonObject,
  email: z.string().nullable(),
  phone: z.string().nullable(),
  currentFlowId: uuid.nullable(),
  currentFlowStepNodeId: z.string().nullable(),
  flowContext: jsonObject,
  automationPausedUntil: timestamp.nullable(),
  optedOutAt: timestamp.nullable(),
  updatedAt: timestamp,
});
export type Contact = z.infer<typeof contact>;

/** One turn of a contact: what arrived, what was considered and why it lost, what ran. */
export const contactTurn = z.object({
  turnId: uuid,
  at: timestamp,
  flowId: uuid.nullable(),
  flowName: z.string().nullable(),
  runId: uuid.nullable(),
  outcome: z.string(),
  candidates: z.array(z.unknown()),
  steps: z.array(z.unknown()),
});

const tagsAnswer = z.object({ contactId: uuid, tags: z.array(z.string()) });

export const contactEndpoints = {
  listContacts: defineEndpoint({
    method: 'GET',
    path: '/instagram-accounts/{id}/contacts',
    access: 'viewer',
    tag: 'contacts',
    summary: 'Contacts of an account; `search` looks at user name and name',
    status: 200,
    params: idParams,
    query: z.strictObject({
      ...pageQueryShape,
      search: z.string().max(200).optional(),
      tag: z.string().max(100).optional(),
    }),
    response: pageOf({ contacts: z.array(contactSummary) }),
  }),
  getContact: defineEndpoint({
    method: 'GET',
    path: '/contacts/{id}',
    access: 'viewer',
    tag: 'contacts',
    summary: 'One contact',
    status: 200,
    params: idParams,
    response: contact,
  }),
  updateContact: defineEndpoint({
    method: 'PATCH',
    path: '/contacts/{id}',
    access: 'agent',
    tag: 'contacts',
    summary: 'Changes names, e-mail, phone or attributes; an attribute set to null is removed',
    status: 200,
    params: idParams,
    body: z.strictObject({
      firstName: z.string().trim().max(200).nullable().optional(),
      lastName: z.string().trim().max(200).nullable().optional(),
      email: z.email().max(254).nullable().optional(),
      phone: z.string().trim().max(40).nullable().optional(),
      customAttributes: jsonObject.optional(),
    }),
    response: contact,
  }),
  addContactTags: defineEndpoint({
    method: 'POST',
    path: '/contacts/{id}/tags',
    access: 'agent',
    tag: 'contacts',
    summary: 'Adds tags',
    status: 200,
    params: idParams,
    body: z.strictObject({ tags: tagList }),
    response: tagsAnswer,
  }),
  removeContactTags: defineEndpoint({
    method: 'DELETE',
    path: '/contacts/{id}/tags',
    access: 'agent',
    tag: 'contacts',
    summary: 'Removes tags',
    status: 200,
    params: idParams,
    body: z.strictObject({ tags: tagList }),
    response: tagsAnswer,
  }),
  pauseContactAutomation: defineEndpoint({
    method: 'POST',
    path: '/contacts/{id}/pause-automation',
    access: 'agent',
    tag: 'contacts',
    summary: 'Pauses automation for some minutes; null ends the pause',
    status: 200,
    params: idParams,
    body: z.strictObject({ minutes: z.number().int().min(1).max(525_600).nullable() }),
    response: contact,
  }),
  listContactTurns: defineEndpoint({
    method: 'GET',
    path: '/contacts/{id}/turns',
    access: 'viewer',
    tag: 'contacts',
    summary: 'The trace of a contact, newest first: why anything did or did not happen',
    status: 200,
    params: idParams,
    query: z.strictObject(pageQueryShape),
    response: pageOf({ turns: z.array(contactTurn) }),
  }),
};
