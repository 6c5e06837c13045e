import { Global, Module, type DynamicModule } from '@nestjs/common';
import { SecretKey } from './secret-key.js';
import { Settings } from './settings.js';

@Global()
@Module({})
export class ConfigModule {
  static with(settings: Settings): DynamicModule {
    return {
      module: ConfigModule,
      providers: [{ provide: Settings, useValue: settings }, SecretKey],
      exports: [Settings, SecretKey],
    };
  }
}
