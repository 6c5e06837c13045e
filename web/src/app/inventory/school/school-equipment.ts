import { Component, computed, effect, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Api, equipmentOfSchool, type RoomEquipment } from '@parc/api-client';
import { EQUIPMENT_STATES } from '@parc/domain';
import { Icon, StateChip, StatePanel } from '@parc/ui';
import { may } from '../../shell/may';
import { PageTitle } from '../../shell/page-title';
import { ProblemPanel } from '../../shell/problem-panel';
import { reading } from '../../shell/reading';
import { Session } from '../../shell/session';
import { lackingWords } from '../needs/need-words';
import { SchoolKitCard } from '../needs/school-kit';
import { SchoolDotations } from '../dotations/school-dotations';
import { ShownSoftwareCard } from '../software/shown-software-card';
import { CampaignCard } from '../campaigns/campaign-card';
import { lookWords, modelsWords, schoolEquipmentTitle } from './school-equipment-words';

/** What a school has, room by room, with what deserves a look in its place. */
@Component({
  selector: 'parc-school-equipment',
  imports: [
    CampaignCard,
    Icon,
    ProblemPanel,
    RouterLink,
    SchoolDotations,
    SchoolKitCard,
    ShownSoftwareCard,
    StateChip,
    StatePanel,
  ],
  templateUrl: './school-equipment.html',
  styleUrl: './school-equipment.css',
})
export class SchoolEquipmentPage {
  /** Of the address; left out: the reader's own. */
  readonly id = input<string>();

  private readonly api = inject(Api);
  private readonly pageTitle = inject(PageTitle);
  private readonly session = inject(Session);
  protected readonly schoolId = computed(() => this.id() ?? this.session.current()?.assignment.schoolId ?? undefined);

  protected readonly prints = may('labels.print');
  protected readonly counts = may('campaigns.read');
  protected readonly runsYear = may('school-year.run');
  protected readonly school = reading({
    asked: () => this.schoolId(),
    load: (id) => this.api.invoke(equipmentOfSchool, { id }),
  });
  /** Of its base kit, once that is known. */
  protected readonly lacking = signal<number | null>(null);
  protected readonly title = computed(() => {
    const school = this.school.value();
    const lacking = this.lacking();
    if (school === null) return 'Parc';
    const title = schoolEquipmentTitle(school.count);
    return lacking === null ? title : `${title}, ${lackingWords(lacking)}`;
  });
  protected readonly models = modelsWords;
  protected readonly look = (state: RoomEquipment['looks'][number]) => ({
    ...EQUIPMENT_STATES[state.state],
    word: lookWords(state),
  });
  protected readonly roomQuery = ({ roomId }: RoomEquipment) => ({ ecole: this.schoolId(), salle: roomId });

  constructor() {
    effect(() => this.pageTitle.show(this.title()));
  }
}
