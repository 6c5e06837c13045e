import { computed, type Signal } from '@angular/core';
import { may } from '../../shell/may';
import type { RoomGroup } from '../../shell/rooms-menu';

/** Where the list of sessions leads besides its own, for who builds them. For an injection context. */
export function trainingRooms(): Signal<readonly RoomGroup[]> {
  const always = computed(() => true);
  const rooms = [
    { path: '/formations/calendrier', label: 'Calendrier', shown: always },
    { path: '/formations/besoins', label: 'Sessions à proposer', shown: always },
    { path: '/formations/attente', label: 'Ce qui attend une formation', shown: may('coherence.read') },
    { path: '/formations/modules', label: 'Modules', shown: always },
    { path: '/formations/agenda', label: 'Mon agenda', shown: may('training-feed.own') },
    { path: '/formations/accompagnements', label: 'Accompagnements', shown: may('support-requests.read') },
    {
      path: '/formations/accompagnements/nombres',
      label: 'Accompagnements, les nombres',
      shown: may('support-requests.counts'),
    },
    { path: '/formations/heures', label: 'Heures', shown: may('training-hours.read') },
  ];
  return computed(() => [{ heading: '', links: rooms.filter(({ shown }) => shown()) }]);
}
