import { Module } from '@nestjs/common';
import { SchoolsController } from './schools.controller.js';
import { SchoolsQueries } from './schools.queries.js';
import { SchoolsService } from './schools.service.js';

@Module({ controllers: [SchoolsController], providers: [SchoolsService, SchoolsQueries], exports: [SchoolsService] })
export class DirectoryModule {}
