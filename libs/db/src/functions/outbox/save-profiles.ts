import { steadyPlans } from '../plan-settings';

/** Profiles as Instagram told them, and the attempts that were in vain. */
export const saveProfiles = `
CREATE OR REPLACE FUNCTION save_profiles(p_profiles jsonb) RETURNS void
LANGUAGE plpgsql ${steadyPlans} AS $$
BEGIN
  WITH x AS MATERIALIZED (
    SELECT * FROM jsonb_to_recordset(p_profiles) AS x ("contactId" uuid, "isFetched" boolean, username text,
      "firstName" text, "lastName" text, "profilePictureUrl" text, "isFollower" boolean)
    ORDER BY "contactId"
  ), saved AS (
    UPDATE contact c
    SET instagram_username = CASE WHEN x."isFetched" THEN coalesce(x.username, c.instagram_username) ELSE c.instagram_username END,
        first_name = CASE WHEN x."isFetched" THEN coalesce(c.first_name, x."firstName") ELSE c.first_name END,
        last_name = CASE WHEN x."isFetched" THEN coalesce(c.last_name, x."lastName") ELSE c.last_name END,
        profile_picture_url = CASE WHEN x."isFetched" THEN x."profilePictureUrl" ELSE c.profile_picture_url END,
        is_follower = CASE WHEN x."isFetched" THEN x."isFollower" ELSE c.is_follower END,
        profile_fetched_at = CASE WHEN x."isFetched" THEN clock_timestamp() ELSE c.profile_fetched_at END,
        profile_attempts = CASE WHEN x."isFetched" THEN 0 ELSE least(c.profile_attempts + 1, 1000) END
    FROM x WHERE c.id = x."contactId"
    RETURNING c.id, x."isFetched"
  )
  INSERT INTO realtime_event (workspace_id, instagram_account_id, type, entity_id)
  SELECT v.workspace_id, v.instagram_account_id, 'conversation.updated', v.id
  FROM saved s JOIN conversation v ON v.contact_id = s.id WHERE s."isFetched";
END $$;
`;
