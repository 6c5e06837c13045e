import { Day, Flag, Id, List, Text } from '../platform/http/fields.js';

export class DeputyRequest {
  @Id({ description: 'A teacher of the school' })
  accountId!: string;

  @Day()
  fromDay!: string;

  @Day({ description: 'Included' })
  lastDay!: string;
}

export class DeputyAnswer {
  @Id()
  id!: string;

  @Id()
  accountId!: string;

  @Text({ max: 200 })
  name!: string;

  @Day()
  fromDay!: string;

  @Day({ nullable: true, description: 'Included' })
  lastDay!: string | null;

  @Flag({ description: 'Named by who answers for a school without a head' })
  inVacancy!: boolean;

  @Flag({ description: 'Holds today' })
  current!: boolean;
}

export class DeputyCandidate {
  @Id()
  accountId!: string;

  @Text({ max: 200 })
  name!: string;
}

export class DeputyList {
  @List(() => DeputyAnswer, { most: 100 })
  items!: DeputyAnswer[];

  @List(() => DeputyCandidate, { most: 200, description: 'Teachers of the school today; empty for who may not name' })
  candidates!: DeputyCandidate[];

  @Flag()
  vacancy!: boolean;

  @Flag({ description: 'The reader may name a deputy now' })
  mayName!: boolean;

  @Day({ nullable: true, description: 'Last day a deputy may have: the head’s own' })
  latestDay!: string | null;
}
