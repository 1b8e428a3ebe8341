namespace Ingest.Web.Tests.Browser;

/// <summary>Measures contrast in the page, by the formula of WCAG 2.</summary>
internal static class Contrast
{
    /// <summary>A script that returns every text whose contrast with what lies behind it is below 4.5 to 1, or 3 to 1 for
    /// large text. Texts inside pictures are left out.</summary>
    public const string FaintText =
        """
        (() => {
            const parse = c => { const m = c.match(/[\d.]+/g).map(Number); return m.length < 4 ? [...m, 1] : m; };
            const over = (top, below) => [0, 1, 2].map(i => top[i] * top[3] + below[i] * (1 - top[3])).concat(1);
            const ground = e => {
                const own = parse(getComputedStyle(e).backgroundColor);
                return own[3] === 1 ? own : over(own, e.parentElement ? ground(e.parentElement) : [255, 255, 255, 1]);
            };
            const light = c => {
                const [r, g, b] = c.slice(0, 3).map(v => v / 255).map(v => v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4);
                return .2126 * r + .7152 * g + .0722 * b;
            };
            const faint = [];
            const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
            for (let node = walker.nextNode(); node; node = walker.nextNode()) {
                const e = node.parentElement;
                if (!node.data.trim() || e.closest('svg, .unseen') || !e.checkVisibility()) continue;
                const style = getComputedStyle(e);
                const behind = ground(e);
                const [a, b] = [light(over(parse(style.color), behind)), light(behind)].sort((x, y) => y - x);
                const ratio = (a + .05) / (b + .05);
                const size = parseFloat(style.fontSize);
                const isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
                if (ratio < (isLarge ? 3 : 4.5)) faint.push(`${ratio.toFixed(2)} ${style.color} on ${behind}: ${node.data.trim().slice(0, 40)}`);
            }
            return faint;
        })()
        """;
}
