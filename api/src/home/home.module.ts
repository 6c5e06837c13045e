import { Module } from '@nestjs/common';
import { AgreementsModule } from '../agreements/agreements.module.js';
import { HomeController } from './home.controller.js';
import { SchoolHomeQueries } from './school-home.queries.js';

/** The first screen of each role. Reads the other domains, owns no table. */
@Module({ imports: [AgreementsModule], controllers: [HomeController], providers: [SchoolHomeQueries] })
export class HomeModule {}
