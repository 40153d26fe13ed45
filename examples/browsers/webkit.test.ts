import { startWebKit } from '../../scripts/driven/webkit.ts';
import { ensureWebKit } from '../../scripts/webkit.ts';
import { everyAppIn } from './every-app.ts';

everyAppIn('WebKit', () => startWebKit(ensureWebKit()));
