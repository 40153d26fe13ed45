import { startFirefox } from '../../scripts/driven/firefox.ts';
import { ensureFirefox } from '../../scripts/firefox.ts';
import { flowsIn } from './flows.ts';

flowsIn('Firefox', () => startFirefox(ensureFirefox()), { back: true });
