import { startWebKit } from '../../scripts/driven/webkit.ts';
import { ensureWebKit } from '../../scripts/webkit.ts';
import { flowsIn } from './flows.ts';

flowsIn('WebKit', () => startWebKit(ensureWebKit()), { back: false });
