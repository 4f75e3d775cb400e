import { whatWasBuilt } from './built.ts';
import { civicApp } from './civic-app.ts';

civicApp(whatWasBuilt()).synth();
