import { startFirefox } from '../../scripts/driven/firefox.ts';
import { ensureFirefox } from '../../scripts/firefox.ts';
import { everyAppIn } from './every-app.ts';

everyAppIn('Firefox', () => startFirefox(ensureFirefox()));
