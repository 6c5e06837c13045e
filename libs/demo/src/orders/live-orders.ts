import {
  addCalendarDays,
  ORDER_BRINGS,
  ORDER_STATES,
  ORDERS,
  ORDERS_RESERVED,
  ORDERS_UNDER_WAY,
  statesWhere,
  type OrderAction,
  type OrderMove,
  type OrderState,
  type PlainOrderAction,
} from '@parc/domain';
import type { CatalogueItem } from '../catalogue.js';
import { laterBy } from '../days.js';
import type { Random } from '../random.js';
import type { Site } from '../sites.js';
import { tellDrafts } from './drafts.js';
import type { LiveOrder } from './live.js';
import { tellSomewhere } from './live.js';
import { isNamed } from './orders-to-approve.js';
import type { AnchorState } from './story-days.js';
import { daysUpTo } from './story-days.js';
import type { Telling } from './tell.js';
import { headOf, headTime, moverOf } from './tell.js';
import type { Twists } from './twists.js';
import * as words from './words.js';
import type { World } from './world.js';

const isMetropole = (item: CatalogueItem): boolean => item.contract === null;
const isContract = (item: CatalogueItem): boolean => item.contract !== null;
const isScreens = (item: CatalogueItem): boolean => item.contract?.key === 'screens';
const needsSomething = (item: CatalogueItem): boolean => item.row.needs_power || item.row.needs_network;
const isPlaced = (item: CatalogueItem): boolean => item.facts.usual[1] > 1 && item.row.category !== 'network';

/** Orders that are going on when the demonstration opens, state by state. */
export function tellLiveOrders(world: World): void {
  const random = world.workshop.random('live orders');
  const teller = new LiveTeller(world, random);
  teller.approved();
  teller.scheduled();
  teller.inProgress();
  teller.installed();
  teller.confirmed();
  teller.certified();
  tellDrafts(world, teller.round, random);
  teller.others();
}

class LiveTeller {
  readonly round: Site[];
  private readonly world: World;
  private readonly random: Random;
  private readonly roundOfTechnician: Site[];

  constructor(world: World, random: Random) {
    this.world = world;
    this.random = random;
    const { directory, people } = world;
    this.round = random.shuffled(directory.sites.filter((site) => !isNamed(site)));
    const technician = people.technicianOf(directory.tilleuls);
    this.roundOfTechnician = this.round.filter((site) => people.technicianOf(site) === technician);
  }

  approved(): void {
    const owedOn = addCalendarDays(this.world.workshop.today, 24);
    for (let position = 0; position < 8; position++) {
      const waitsForCommune = position < 2;
      this.tell('approved', this.office(-1 - (position % 6)), {
        among: waitsForCommune ? needsSomething : undefined,
        owedOn: waitsForCommune ? owedOn : undefined,
        then: position === 7 ? askToCancel : undefined,
      });
    }
  }

  /** Today's round of the sign-in page's technician first, then the next days for everybody. */
  scheduled(): void {
    const today = this.world.workshop.days.officeDayOnOrAfter(this.world.workshop.today);
    const hours = [
      ['16:40', '17:00'],
      ['17:05', '17:30'],
      ['17:35', '18:00'],
    ] as const;
    for (const plannedAt of hours) {
      this.tell('scheduled', today, {
        among: isMetropole,
        round: this.roundOfTechnician,
        twists: { plannedAt },
        onTheDay: true,
      });
    }
    this.tell('scheduled', today, { among: isScreens, onTheDay: true });
    const ahead = [1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 5, 5, 5, 6, 6, 7, 7, 8, 8, 9, 10, 10, 11, 12, 14];
    ahead.forEach((count, position) => {
      const day = this.office(count);
      const twists: Twists = position % 13 === 6 ? { moved: this.office(count + 2) } : {};
      const among = position % 6 === 0 ? isScreens : undefined;
      const round = position % 6 === 1 ? this.roundOfTechnician : this.round;
      this.tell('scheduled', day, {
        among,
        round,
        twists,
        onTheDay: true,
        then: position === 20 ? askToCancel : undefined,
      });
    });
  }

  inProgress(): void {
    for (const count of [1, 1, 1, 2]) {
      this.tell('in-progress', this.office(-count), {
        anchor: 'installed',
        twists: { staysInProgress: true },
        onTheDay: true,
      });
    }
    for (const count of [7, 9]) {
      this.tell('in-progress', this.office(-count), {
        anchor: 'installed',
        twists: { disputed: true },
        onTheDay: true,
      });
    }
    this.tell('in-progress', this.office(-12), { anchor: 'installed', twists: { adjourned: true }, onTheDay: true });
  }

  /** What schools have to confirm, by calendar days since the report: reminded on day 5, the manager's from day 10. */
  installed(): void {
    const ages = [1, 2, 2, 3, 4, 5, 5, 6, 8, 10, 11, 13];
    ages.forEach((age, position) => {
      const day = this.world.workshop.days.officeDayOnOrBefore(addCalendarDays(this.world.workshop.today, -age));
      const twists: Twists = position === 3 ? { less: true } : position === 6 ? { more: 1 } : {};
      const among = position === 6 ? isScreens : position === 3 ? isPlaced : undefined;
      this.tell('installed', day, { among, twists, onTheDay: true });
    });
  }

  /** To certify: two cost more than was committed, one a cent more, two less, one was confirmed by default. */
  confirmed(): void {
    const special: Record<number, [Twists, ((item: CatalogueItem) => boolean)?]> = {
      2: [{ more: 2 }, isScreens],
      5: [{ less: true }, isPlaced],
      9: [{ cents: 1 }, isContract],
      13: [{ more: 1 }, isScreens],
      16: [{ less: true }, isPlaced],
    };
    for (let position = 0; position < 21; position++) {
      const [twists, among] = special[position] ?? [{}];
      this.tell('confirmed', this.office(-1 - (position % 9)), { among, twists });
    }
    const checked = this.world.workshop.days.officeDayOnOrBefore(addCalendarDays(this.world.workshop.today, -17));
    this.tell('confirmed', checked, { anchor: 'installed', twists: { byDefault: true } });
  }

  /** Certified, waiting for the holder's invoice. */
  certified(): void {
    for (let position = 0; position < 12; position++) {
      this.tell('certified', this.office(-1 - (position % 8)), { among: isContract });
    }
  }

  /** Two in each state that goes on, that a move with a reason at most leads to, and that no story above has come to. */
  others(): void {
    const told = new Set(this.world.stories.map(({ state }) => state));
    const missing = statesWhere(ORDER_STATES, ({ phase }, state) => isGoingOn(phase) && !told.has(state));
    for (const state of missing)
      for (const count of [3, 5]) {
        const move = ORDERS.moves.find(
          ({ next, state: from, action }) => next === state && isLive(from) && isPlain(action),
        );
        if (!move) throw new Error(`no story of the demonstration comes to "${state}": tell one in live-orders.ts`);
        const begun = ORDERS.statesFrom('report').includes(move.state);
        this.tell(move.state as AnchorState, this.office(-count), {
          anchor: begun ? 'installed' : (move.state as AnchorState),
          twists: begun ? { staysInProgress: true } : {},
          then: (telling) => tellPlain(telling, move),
        });
      }
  }

  private office(count: number): string {
    return this.world.workshop.days.officeDay(this.world.workshop.today, count);
  }

  private tell(
    until: AnchorState | 'in-progress',
    day: string,
    { anchor, among, round = this.round, ...more }: LiveOptions,
  ): void {
    const days = daysUpTo(this.world, anchor ?? (until as AnchorState), day, this.random);
    const wanted = { aboutCents: this.random.whole(9_000, 42_000), among };
    tellSomewhere(this.world, round, { wanted, days, until, ...more }, this.random);
  }
}

interface LiveOptions extends Pick<LiveOrder, 'owedOn' | 'then' | 'twists' | 'onTheDay'> {
  anchor?: AnchorState;
  among?: (item: CatalogueItem) => boolean;
  round?: Site[];
}

/** What is told up to here by a story of its own, and may be followed. */
const isLive = (state: OrderState): boolean => ORDERS_UNDER_WAY.includes(state) && !ORDERS_RESERVED.includes(state);
const isPlain = (action: OrderAction): action is PlainOrderAction => !ORDER_BRINGS.includes(action);
const isGoingOn = (phase: string): boolean => phase === 'planned' || phase === 'work' || phase === 'outcome';

function tellPlain(telling: Telling, { action, who }: OrderMove): void {
  const { story, random } = telling;
  const at = laterBy(story.lastAt(), random.whole(1_200, 3_000));
  story.plain(action as PlainOrderAction, moverOf(telling, who), at, random.pick(words.PLAIN_REASONS));
}

/** The school asks; nobody has decided yet. */
function askToCancel(telling: Telling): void {
  const { story, random, world } = telling;
  const day = world.workshop.days.officeDay(world.workshop.today, -1);
  const at =
    story.lastAt().slice(0, 10) < day ? headTime(random, day) : laterBy(story.lastAt(), random.whole(600, 3_000));
  story.plain('ask-to-cancel', headOf(telling, day), at, random.pick(words.CANCEL_REASONS));
}
