import type { Sketch } from './mapOf';

const source = { format: 'backstage', file: 'catalog.yaml', pointer: '#1', importedAt: 1 };

/** A map on which every kind of finding occurs (overdue ones from 2031 on). */
export const everyKind: Sketch = {
  touchpoints: {
    search: { title: 'Search', at: 1, dataNeeded: ['mail', 'stock'] },
    order: { title: 'Order', at: 2, dataCaptured: ['mail'] },
    pay: { title: 'Pay', at: 3, dataCaptured: ['mail', 'card'], identityKey: 'email' },
    collect: { title: 'Collect', at: 4, dataNeeded: ['mail'] },
    call: { title: 'Call', at: 5, identityKey: 'phone' },
    rate: { title: 'Rate', at: 6 },
  },
  systems: {
    web: { name: 'Web shop', reference: 'component:default/web', source, region: 'EU' },
    pos: { name: 'Tills' },
    desk: { name: 'Service desk', standing: 'shadow', clearedFor: 'internal', region: 'US' },
    survey: { name: 'Survey tool' },
    idle: { name: 'Old ERP', standing: 'sanctioned' },
    gone: { name: 'Old CRM', deletedAt: 50, deletedBy: 'x' },
  },
  usages: {
    u0: { touchpoint: 'search', system: 'web' },
    u1: { touchpoint: 'order', system: 'web' },
    u2: { touchpoint: 'pay', system: 'web' },
    u3: { touchpoint: 'collect', system: 'pos' },
    u4: { touchpoint: 'call', system: 'desk' },
    u5: { touchpoint: 'rate', system: 'survey' },
    u6: { touchpoint: 'rate', system: 'gone', createdAt: 60 },
  },
  transitions: {
    x0: { from: 'search', to: 'order' },
    x1: { from: 'order', to: 'pay' },
    x2: { from: 'pay', to: 'collect' },
    x3: { from: 'pay', to: 'call' },
    x4: { from: 'call', to: 'rate' },
    x5: { from: 'order', to: 'collect' },
  },
  dataObjects: {
    mail: { name: 'E-mail', personal: true, classification: 'confidential' },
    card: { name: 'Card', personal: true, classification: 'restricted' },
    stock: { name: 'Stock' },
  },
  dataFlows: {
    daily: { from: 'web', to: 'desk', latency: 'daily', dataObjects: ['mail'] },
    typed: { from: 'desk', to: 'survey', pattern: 'manual-re-entry' },
  },
  parties: {
    brand: { name: 'Brand', function: 'marketing' },
    platform: { name: 'Platform', function: 'it' },
  },
  assignments: {
    a1: { party: 'brand', subject: 'order', role: 'accountable' },
    a2: { party: 'platform', subject: 'pay', role: 'accountable' },
    a3: { party: 'brand', subject: 'web', role: 'accountable' },
    a4: { party: 'platform', subject: 'pos', role: 'accountable' },
    a5: { party: 'brand', subject: 'rate', role: 'accountable' },
    a6: { party: 'platform', subject: 'rate', role: 'accountable' },
  },
  requirements: {
    r1: { what: 'Orders at the till', subject: 'collect' },
    r2: { what: 'One login', subject: 'search', dueOn: '2030-05-01', answeredBy: 'platform' },
  },
};
