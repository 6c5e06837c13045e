import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Write } from '../platform/database/transactions.js';
import { Permit } from '../platform/http/permit.js';
import { WriteRequest, Writes } from '../platform/http/write.js';
import { StockPlaceAnswer, StockPlaces } from './equipment.answers.js';
import { StockPlaceRequest } from './equipment.dto.js';
import { StockPlacesService } from './stock-places.service.js';

/** Where the metropole keeps what stands in no school. */
@ApiTags('equipment')
@Controller('stock-places')
export class StockPlacesController {
  constructor(private readonly places: StockPlacesService) {}

  @Get()
  @Permit('stock.read')
  @ApiOkResponse({ type: StockPlaces })
  async list(): Promise<StockPlaces> {
    return { items: await this.places.list() };
  }

  @Post()
  @Permit('stock.write')
  @Writes({ versioned: false })
  @ApiCreatedResponse({ type: StockPlaceAnswer })
  add(@Body() body: StockPlaceRequest, @WriteRequest() write: Write): Promise<StockPlaceAnswer> {
    return this.places.add(body.name, write);
  }
}
