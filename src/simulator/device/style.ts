/** The look of the phone: an app on a small screen, a phone on a table on a large one; light and dark. */
export const style = `
:root {
  color-scheme: light dark;
  --table: linear-gradient(160deg, #e4e6f4, #f4f0ea 60%, #e3eef0);
  --ground: #f4f5fa;
  --card: #ffffff;
  --line: #e3e5f0;
  --text: #171a30;
  --quiet: #5d6280;
  --accent: #4338ca;
  --on-accent: #ffffff;
  --accent-soft: #ecebfd;
  --good: #12724c;
  --good-soft: #e0f4ea;
  --bad: #b42318;
  --bad-soft: #fdecea;
  --late: #8a5a00;
  --late-soft: #fcf1da;
  --shadow: 0 1px 2px rgb(23 26 48 / 6%), 0 8px 24px rgb(23 26 48 / 8%);
  font: 16px/1.45 system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'DejaVu Sans', sans-serif;
}
@media (prefers-color-scheme: dark) {
  :root {
    --table: linear-gradient(160deg, #07080f, #131226 60%, #0a1318);
    --ground: #0f1120;
    --card: #1a1d33;
    --line: #2c304d;
    --text: #eef0fb;
    --quiet: #a5abc9;
    --accent: #a5a2ff;
    --on-accent: #14122e;
    --accent-soft: #2a2953;
    --good: #6fd8a8;
    --good-soft: #14372a;
    --bad: #ff9d92;
    --bad-soft: #43201e;
    --late: #f2c268;
    --late-soft: #3b2e12;
    --shadow: 0 1px 2px rgb(0 0 0 / 40%), 0 8px 24px rgb(0 0 0 / 30%);
  }
}
* { box-sizing: border-box; margin: 0; }
html, body { height: 100%; }
body { background: var(--ground); color: var(--text); }
.phone { display: flex; flex-direction: column; height: 100%; background: var(--ground); }
.top { display: flex; align-items: center; justify-content: space-between; padding: 14px 22px 6px; font-size: 14px; font-weight: 600; }
.top .brand { display: flex; gap: 8px; align-items: center; color: var(--accent); letter-spacing: 0.01em; }
.top .brand svg { width: 20px; height: 20px; }
#clock { color: var(--quiet); font-variant-numeric: tabular-nums; }
#app { flex: 1; overflow-y: auto; overscroll-behavior: contain; padding: 8px 18px 28px; display: flex; flex-direction: column; mask-image: linear-gradient(#000 calc(100% - 28px), transparent); }
.foot { padding: 4px 18px 14px; text-align: center; font-size: 12px; color: var(--quiet); }
.aside { display: none; }

.person { display: flex; gap: 12px; align-items: center; padding: 10px 4px 14px; }
.person p { font-size: 13px; color: var(--quiet); }
.person h1 { font-size: 20px; line-height: 1.25; letter-spacing: -0.01em; overflow-wrap: anywhere; }
.avatar { flex: none; display: grid; place-items: center; width: 46px; height: 46px; border-radius: 50%; background: var(--accent); color: var(--on-accent); font-weight: 650; letter-spacing: 0.02em; }

.people { display: flex; gap: 8px; flex-wrap: wrap; padding: 0 0 14px; }
.people button { display: flex; gap: 8px; align-items: center; padding: 8px 14px; min-height: 40px; border-radius: 20px; border: 1px solid var(--line); background: var(--card); color: var(--text); font: inherit; font-size: 14px; cursor: pointer; }
.people button[aria-pressed='true'] { border-color: var(--accent); background: var(--accent-soft); font-weight: 600; }
.people b { display: inline-grid; place-items: center; min-width: 20px; height: 20px; padding: 0 6px; border-radius: 10px; background: var(--accent); color: var(--on-accent); font-size: 12px; font-weight: 650; }

.content { flex: 1; display: flex; flex-direction: column; gap: 14px; }
.count, .rows h2 { font-size: 14px; font-weight: 600; color: var(--quiet); padding: 0 4px; }

.card { background: var(--card); border: 1px solid var(--line); border-radius: 22px; padding: 20px; box-shadow: var(--shadow); }
.what { display: flex; gap: 12px; align-items: center; }
.what h3 { font-size: 17px; line-height: 1.3; font-weight: 600; overflow-wrap: anywhere; }
.kind { flex: none; display: grid; place-items: center; width: 40px; height: 40px; border-radius: 13px; background: var(--accent-soft); color: var(--accent); }
.kind svg { width: 22px; height: 22px; }
.amount { margin: 14px 0 2px; font-size: 38px; line-height: 1.15; font-weight: 680; letter-spacing: -0.025em; font-variant-numeric: tabular-nums; }
dl { display: grid; gap: 8px; margin-top: 14px; padding-top: 14px; border-top: 1px solid var(--line); font-size: 14px; }
dl div { display: grid; grid-template-columns: auto 1fr; gap: 12px; }
dt { color: var(--quiet); }
dd { text-align: right; overflow-wrap: anywhere; text-wrap: balance; font-variant-numeric: tabular-nums; }
.time { position: relative; margin-top: 16px; padding-top: 10px; font-size: 13px; color: var(--quiet); font-variant-numeric: tabular-nums; --left: 1; }
.time::before, .time i { content: ''; position: absolute; top: 0; left: 0; width: 100%; height: 4px; border-radius: 2px; background: var(--line); }
.time i { background: var(--accent); transform: scaleX(var(--left)); transform-origin: left; transition: transform 0.3s linear; }
.time.hurry { color: var(--bad); font-weight: 600; }
.time.hurry i { background: var(--bad); }
.buttons { display: grid; grid-template-columns: 1fr 1fr; gap: 10px; margin-top: 14px; }
.buttons button { min-height: 52px; border-radius: 16px; border: 1px solid var(--line); background: var(--card); color: var(--text); font: inherit; font-weight: 620; cursor: pointer; }
.buttons [data-decide='approve'] { border-color: transparent; background: var(--accent); color: var(--on-accent); }
.buttons button:hover { filter: brightness(1.06); border-color: var(--quiet); }
.buttons button:active { transform: scale(0.985); }
.buttons button:disabled { opacity: 0.55; cursor: progress; }
button:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }

.outcome { margin-top: 16px; padding: 12px 14px; border-radius: 14px; font-size: 14px; }
[data-status='APPROVED'] .kind, [data-status='CONSUMED'] .kind, [data-status='APPROVED'] .outcome, [data-status='CONSUMED'] .outcome { background: var(--good-soft); color: var(--good); }
[data-status='DECLINED'] .kind, [data-status='DECLINED'] .outcome, [data-status='REFUSED'] .kind, [data-status='REFUSED'] .outcome { background: var(--bad-soft); color: var(--bad); }
[data-status='EXPIRED'] .kind, [data-status='EXPIRED'] .outcome { background: var(--late-soft); color: var(--late); }
.card:not([data-status='PENDING']) .amount { color: var(--quiet); }

.object { display: block; margin-top: 6px; font-size: 13px; overflow-wrap: anywhere; }
.object code { font: 12px/1.4 ui-monospace, 'SF Mono', 'DejaVu Sans Mono', monospace; user-select: all; }

.rows { display: grid; gap: 10px; margin-top: 6px; }
.rows ul { list-style: none; padding: 0; background: var(--card); border: 1px solid var(--line); border-radius: 18px; }
.rows li { display: flex; gap: 12px; align-items: center; padding: 12px 14px; }
.rows li + li { border-top: 1px solid var(--line); }
.rows .kind { width: 34px; height: 34px; border-radius: 50%; }
.rows .kind svg { width: 18px; height: 18px; }
.line, .result { display: grid; font-size: 14px; line-height: 1.35; }
.line { flex: 1; min-width: 0; }
.line em { overflow-wrap: anywhere; font-size: 12px; }
.line b { font-weight: 560; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.line time, .line em, .result em { font-size: 13px; font-style: normal; color: var(--quiet); }
.result { text-align: right; justify-items: end; }
.result b { font-weight: 600; font-variant-numeric: tabular-nums; }

.empty { flex: 1; display: grid; place-content: center; justify-items: center; text-align: center; gap: 8px; padding: 24px; min-height: 300px; }
.empty h2 { font-size: 20px; letter-spacing: -0.01em; }
.empty p { max-width: 30ch; color: var(--quiet); font-size: 15px; }
.emblem { display: grid; place-items: center; width: 92px; height: 92px; margin-bottom: 10px; border-radius: 50%; background: var(--accent-soft); color: var(--accent); }
.emblem svg { width: 44px; height: 44px; stroke-width: 1.4; }
.line.wrapped b { white-space: normal; }
.line code { justify-self: start; margin-top: 8px; padding: 6px 12px; border-radius: 10px; background: var(--accent-soft); color: var(--accent); font: 650 20px/1.3 ui-monospace, 'SF Mono', 'DejaVu Sans Mono', monospace; letter-spacing: 0.06em; user-select: all; overflow-wrap: anywhere; }
.line a { justify-self: start; margin-top: 6px; padding: 6px 0; color: var(--accent); font-weight: 600; }
.actions { display: grid; gap: 10px; width: 100%; min-width: 240px; margin-top: 22px; }
.actions button { width: 100%; min-height: 52px; padding: 0 20px; border-radius: 16px; border: 1px solid var(--line); background: var(--card); color: var(--text); font: inherit; font-weight: 620; cursor: pointer; }
.actions .main { border-color: transparent; background: var(--accent); color: var(--on-accent); }
.offline-note { display: none; margin: 0 18px 8px; padding: 10px 14px; border-radius: 14px; font-size: 14px; background: var(--late-soft); color: var(--late); }
.signing { flex: none; max-height: 70%; overflow-y: auto; margin: 0 18px; border-top: 1px solid var(--line); }
.signing summary { padding: 12px 4px; min-height: 44px; font-size: 14px; font-weight: 600; color: var(--accent); cursor: pointer; }
.signing form { display: grid; gap: 10px; padding-bottom: 12px; font-size: 14px; }
.signing label { color: var(--quiet); font-size: 13px; }
.signing textarea { width: 100%; padding: 10px 12px; border: 1px solid var(--line); border-radius: 14px; background: var(--card); color: var(--text); font: 13px/1.45 ui-monospace, 'SF Mono', 'DejaVu Sans Mono', monospace; resize: vertical; overflow-wrap: anywhere; }
.signing dl { margin: 0; padding: 12px 14px; border: 1px solid var(--line); border-radius: 14px; }
.signing button { min-height: 48px; border-radius: 14px; border: 1px solid var(--line); background: var(--card); color: var(--text); font: inherit; font-weight: 620; cursor: pointer; }
.signing [type='submit'] { border-color: transparent; background: var(--accent); color: var(--on-accent); }
.signing button:disabled { opacity: 0.45; cursor: default; }
#signed { overflow-wrap: anywhere; font-size: 13px; color: var(--bad); }
#signed.good { color: var(--good); font-family: ui-monospace, 'SF Mono', 'DejaVu Sans Mono', monospace; user-select: all; }
.offline .offline-note { display: block; }
.offline #app { opacity: 0.5; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }

@media (prefers-reduced-motion: no-preference) {
  .fresh { animation: arrive 0.32s cubic-bezier(0.2, 0.8, 0.2, 1); }
  @keyframes arrive { from { opacity: 0; transform: translateY(14px) scale(0.985); } }
}

@media (min-width: 640px) {
  body { background: var(--table); background-attachment: fixed; display: grid; grid-template-columns: auto; place-content: center; padding: 24px; }
  .phone { width: 400px; height: min(820px, calc(100vh - 48px)); border-radius: 46px; overflow: hidden; border: 10px solid #14151f; box-shadow: 0 0 0 2px #3a3c4d, 0 30px 70px rgb(10 12 30 / 28%); }
}
@media (min-width: 980px) {
  body:has(.aside) { grid-template-columns: 400px 320px; gap: 72px; align-items: center; }
  .aside { display: block; }
  .aside h2 { font-size: 26px; line-height: 1.2; letter-spacing: -0.02em; margin-bottom: 12px; }
  .aside p { color: var(--quiet); margin-bottom: 12px; }
  .aside code { font-size: 14px; color: var(--text); overflow-wrap: anywhere; }
}
`;
