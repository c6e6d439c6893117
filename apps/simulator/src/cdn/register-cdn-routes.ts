import type { FastifyInstance } from 'fastify';
import type { Simulation } from '../simulation';

/** Pictures that Instagram would serve: posts, avatars and stories, drawn from the file's name. */
export function registerCdnRoutes(app: FastifyInstance, simulation: Simulation): void {
  app.get<{ Params: { name: string }; Querystring: { expires?: string } }>('/cdn/:name', (request, reply) => {
    const { name } = request.params;
    const expiresAt = Number(request.query.expires ?? Infinity);
    if (simulation.clock.now() > expiresAt) return reply.code(403).send('URL signature expired');
    return reply
      .type('image/svg+xml')
      .header('cache-control', 'public, max-age=3600')
      .send(drawPicture(name, labelOf(simulation, name)));
  });
}

function labelOf({ world }: Simulation, name: string): string {
  const id = /^[a-z]+-(\d+)\.svg$/.exec(name)?.[1] ?? '';
  const username = world.accounts.get(id)?.username ?? world.persons.get(id)?.username;
  return username?.slice(0, 1).toUpperCase() ?? '';
}

function drawPicture(name: string, label: string): string {
  let hue = 0;
  for (const character of name) hue = (hue * 31 + character.charCodeAt(0)) % 360;
  const text = label
    ? `<text x="50%" y="50%" dy=".35em" text-anchor="middle" font-family="sans-serif" font-size="240" fill="#fff">${escape(label)}</text>`
    : `<circle cx="${150 + (hue % 200)}" cy="190" r="90" fill="hsl(${(hue + 60) % 360} 80% 85%)" opacity=".8"/>` +
      `<path d="M0 600V430l150-120 130 110 120-90 200 170v100z" fill="hsl(${(hue + 200) % 360} 45% 35%)" opacity=".75"/>`;
  return (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 600"><defs><linearGradient id="g" x2="1" y2="1">' +
    `<stop stop-color="hsl(${hue} 65% 55%)"/><stop offset="1" stop-color="hsl(${(hue + 50) % 360} 60% 38%)"/>` +
    `</linearGradient></defs><rect width="600" height="600" fill="url(#g)"/>${text}</svg>`
  );
}

function escape(text: string): string {
  return text.replace(/[<>&"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
