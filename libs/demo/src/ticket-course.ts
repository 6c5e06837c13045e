import { addCalendarDays, type TicketAction, type TicketPriority, type Wait } from '@parc/domain';
import { instantAt } from './days.js';
import { instantOf, laterAtWork, type Moment, officeDaysLater } from './office-moments.js';
import type { Random } from './random.js';
import { CANCELLED, MENDINGS, type Mending, REOPENED, type Thing, WAITS } from './ticket-chances.js';
import type { Workshop } from './workshop.js';

/** A step to come, in the order of time. */
export interface CourseStep {
  action: TicketAction;
  at: string;
  by: 'technician' | 'school-head' | 'plan-manager' | 'system';
  reason?: string;
  visit?: { from: string; to: string };
  wait?: { for: Wait; reviewOn: string };
  mending?: Mending;
}

interface Broken {
  symptom: keyof typeof MENDINGS;
  priority: TicketPriority;
  thing: Thing;
}

type Range = readonly [least: number, most: number];
/** Minutes of office hours until somebody takes it, now and then later than is promised, and office days until somebody comes. */
const TAKEN_WITHIN: Readonly<Record<TicketPriority, Range>> = { P1: [4, 265], P2: [8, 520], P3: [15, 1_010] };
const VISITED_WITHIN: Readonly<Record<TicketPriority, Range>> = { P1: [0, 1], P2: [0, 2], P3: [0, 6] };
const CLOSED_AFTER_DAYS = 7;

/** How a breakdown goes, from its report to its end, wherever today lies. */
export class TicketCourse {
  private readonly steps: CourseStep[] = [];

  constructor(
    private readonly workshop: Workshop,
    private readonly random: Random,
    private readonly broken: Broken,
    private moment: Moment,
  ) {}

  told(): readonly CourseStep[] {
    const { random } = this;
    if (random.chance(0.04)) {
      this.pass(30, 600);
      this.step('cancel', 'technician', { reason: random.pick(CANCELLED) });
      return this.steps;
    }
    this.pass(...TAKEN_WITHIN[this.broken.priority]);
    if (random.chance(0.12)) this.step('assign', 'plan-manager');
    else this.step('take', 'technician');
    if (random.chance(0.11)) this.wait();
    this.mend(random.pickWeighted(MENDINGS[this.broken.symptom], ({ weight }) => weight));
    if (random.chance(0.04)) this.reopen();
    this.close();
    return this.steps;
  }

  private wait(): void {
    const { random, workshop } = this;
    const { for: whom, reason, days } = random.pickWeighted(WAITS, ({ weight }) => weight);
    this.pass(30, 300);
    const back = officeDaysLater(workshop.days, this.moment, random.whole(...days));
    // Looked at again on the day that was said, or sooner at an answer.
    const reviewOn = workshop.days.officeDay(back.day, random.whole(0, 2));
    this.step('wait', 'technician', { reason, wait: { for: whom, reviewOn } });
    this.moment = { day: back.day, minute: 480 };
    this.pass(5, 300);
    this.step('resume', 'technician');
  }

  private mend(mending: Mending): void {
    const { random, broken } = this;
    const minutes = random.whole(...mending.minutes);
    const isRemote = mending.repair === 'remote' || broken.thing.service !== undefined;
    if (isRemote) this.pass(5, broken.priority === 'P3' ? 700 : 240);
    else this.visit();
    this.moment = { ...this.moment, minute: this.moment.minute + minutes };
    this.step('resolve', 'technician', { mending: { ...mending, minutes: [minutes, minutes] } });
  }

  /** After class, or on a morning without pupils. */
  private visit(): void {
    const { random, workshop, broken } = this;
    this.pass(3, 90);
    const days = random.whole(...VISITED_WITHIN[broken.priority]);
    const { day } = officeDaysLater(workshop.days, this.moment, days === 0 && this.moment.minute > 960 ? 1 : days);
    const minute = workshop.days.isSchoolDay(day) ? random.whole(990, 1005) : random.whole(960, 1000);
    if (random.chance(0.7)) {
      const visit = { from: instantOf({ day, minute: 990 }), to: instantOf({ day, minute: 1050 }) };
      this.step('plan', 'technician', { visit });
    }
    this.moment = { day, minute: Math.max(minute, this.moment.minute + 2) };
    this.step('start', 'technician');
  }

  private reopen(): void {
    const { random, workshop } = this;
    const next = officeDaysLater(workshop.days, this.moment, random.whole(1, 4));
    this.moment = { day: workshop.days.schoolDayOnOrAfter(next.day), minute: random.whole(510, 700) };
    if (this.moment.day > addCalendarDays(next.day, 2)) return;
    this.step('reopen', 'school-head', { reason: random.pick(REOPENED) });
    this.pass(60, 900);
    const settled = MENDINGS[this.broken.symptom].filter(({ cents }) => cents === undefined);
    this.mend(random.pick(settled));
  }

  /** By the school once it has seen it, or a week later by itself. */
  private close(): void {
    const { random, workshop } = this;
    const resolvedOn = this.moment.day;
    const seen = workshop.days.schoolDayOnOrAfter(workshop.days.officeDay(resolvedOn, random.whole(1, 4)));
    const lapses = addCalendarDays(resolvedOn, CLOSED_AFTER_DAYS);
    if (seen < lapses && random.chance(0.6)) {
      this.moment = { day: seen, minute: random.whole(500, 1040) };
      this.step('close', 'school-head');
      return;
    }
    this.steps.push({ action: 'close', by: 'system', at: instantAt(lapses, '02:10') });
  }

  private pass(least: number, most: number): void {
    this.moment = laterAtWork(this.workshop.days, this.moment, this.random.whole(least, most));
  }

  private step(action: TicketAction, by: CourseStep['by'], told: Omit<CourseStep, 'action' | 'at' | 'by'> = {}): void {
    this.steps.push({ action, by, at: instantOf(this.moment, this.random.whole(0, 59)), ...told });
  }
}
