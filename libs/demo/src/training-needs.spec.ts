import { expect, it } from '@jest/globals';
import { firstComeSessions, suggestSessions, type SuggestedSession, type TrainingNeed } from '@parc/domain';
import { generateDemonstration } from './generate.js';

const today = '2026-11-24';
const PLACES = 12;

/** Every school of the plan that has a circonscription waits for one of the modules, since a day of its own. */
function needs(): TrainingNeed[] {
  const schools = generateDemonstration({ seed: 1, today, orders: 300 }).rows.school;
  return schools
    .filter(({ circonscription_id }) => circonscription_id !== null)
    .map((school, index) => ({
      ...{ schoolId: school.id, moduleId: `m${index % 2}`, circonscriptionId: school.circonscription_id! },
      ...{ devices: 1 + ((index * 7) % 16), position: { latitude: school.latitude, longitude: school.longitude } },
      since: `2026-${String(1 + ((index * 5) % 9)).padStart(2, '0')}-${10 + ((index * 11) % 18)}T08:00:00Z`,
    }));
}

const figures = (sessions: readonly SuggestedSession[]) => ({
  sessions: sessions.length,
  devices: sessions.reduce((total, { devices }) => total + devices, 0),
  minutes: sessions.reduce((total, { travelMinutes }) => total + travelMinutes, 0),
});

it.each([PLACES, 6])(
  'sessions by need, %i schools each, make people drive less than first come first served, and are as few',
  (places) => {
    const waiting = needs();
    const [suggested, firstCome] = [suggestSessions(waiting, places), firstComeSessions(waiting, places)].map(figures);
    const alone = figures(firstComeSessions(waiting, 1));
    process.stdout.write(
      `${waiting.length} needs, ${places} schools a session: ${JSON.stringify({ suggested, firstCome, alone })}\n`,
    );
    expect(suggested!.devices).toBe(firstCome!.devices);
    expect(suggested!.sessions).toBe(firstCome!.sessions);
    expect(suggested!.sessions * 2).toBeLessThan(alone.sessions);
    expect(suggested!.minutes).toBeLessThan(0.85 * firstCome!.minutes);
  },
);
