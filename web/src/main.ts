import { bootstrapApplication } from '@angular/platform-browser';
import { Root } from './app/root';
import { rootConfig } from './app/root.config';

// Nothing can be shown without the application: the console is the only place left.
bootstrapApplication(Root, rootConfig).catch((error: unknown) => console.error(error));
