/** Bars by week, one stretch for each kind. Loaded when it is shown; the table beside it says the same. */
import { useMantineColorScheme, useComputedColorScheme } from '@mantine/core';
import { BarChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { init, use as register, type EChartsType } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef, type ReactNode } from 'react';

register([BarChart, GridComponent, LegendComponent, TooltipComponent, SVGRenderer]);

export interface WeekPictureAsked {
  label: string;
  weeks: string[];
  kinds: { name: string; counts: number[] }[];
  /** By the place of week and kind. */
  onChoose: (week: number, kind: number) => void;
}

/** Told apart by those who see fewer colours (Okabe and Ito), bright enough on both grounds. */
const colours = ['#0f7c99', '#d98200', '#5b8c3e', '#a35fa0', '#c8553d', '#7d8794'];

export function WeekPicture(asked: WeekPictureAsked): ReactNode {
  const place = useRef<HTMLDivElement>(null);
  const picture = useRef<EChartsType>(null);
  const chosen = useRef(asked.onChoose);
  const ink = useInk();
  useEffect(() => {
    chosen.current = asked.onChoose;
  }, [asked.onChoose]);
  useEffect(() => {
    if (place.current === null) return undefined;
    const made = init(place.current, null, { renderer: 'svg' });
    picture.current = made;
    made.on('click', ({ dataIndex, seriesIndex = 0 }) => chosen.current(dataIndex, seriesIndex));
    const sizes = new ResizeObserver(() => made.resize());
    sizes.observe(place.current);
    return () => {
      sizes.disconnect();
      made.dispose();
      picture.current = null;
    };
  }, []);
  const { weeks, kinds } = asked;
  useEffect(() => {
    if (place.current === null) return;
    // By name: what is inherited cannot be measured, and words of the legend would lie over each other.
    const { fontFamily } = getComputedStyle(place.current);
    picture.current?.setOption(optionsOf(weeks, kinds, { scheme: ink, fontFamily }), { notMerge: true });
  }, [weeks, kinds, ink]);
  return <div ref={place} role="img" aria-label={asked.label} className="trends-picture" />;
}

/** The colours of text and lines in this appearance. */
function useInk(): 'light' | 'dark' {
  useMantineColorScheme();
  return useComputedColorScheme('light');
}

interface Look {
  scheme: 'light' | 'dark';
  fontFamily: string;
}

function optionsOf(weeks: string[], kinds: WeekPictureAsked['kinds'], { scheme, fontFamily }: Look) {
  const ink = scheme === 'dark' ? '#ced4da' : '#495057';
  const line = scheme === 'dark' ? '#424242' : '#dee2e6';
  const ground = scheme === 'dark' ? '#242424' : '#ffffff';
  const textStyle = { color: ink, fontFamily };
  return {
    animation: false,
    color: colours,
    textStyle,
    grid: { left: 8, right: 8, top: 12, bottom: 62, containLabel: true },
    legend: { bottom: 0, type: 'plain' as const, textStyle, itemWidth: 12, itemHeight: 12, itemGap: 16 },
    tooltip: {
      // Laid out as a picture: nothing of it is ever read as markup.
      renderMode: 'richText' as const,
      backgroundColor: ground,
      borderColor: line,
      textStyle: { color: ink },
    },
    xAxis: {
      type: 'category' as const,
      data: weeks,
      axisLabel: { color: ink, hideOverlap: true },
      axisLine: { lineStyle: { color: line } },
      axisTick: { show: false },
    },
    yAxis: {
      type: 'value' as const,
      minInterval: 1,
      axisLabel: { color: ink },
      splitLine: { lineStyle: { color: line } },
    },
    series: kinds.map(({ name, counts }) => ({
      type: 'bar' as const,
      stack: 'all',
      name,
      data: counts,
      cursor: 'pointer',
      barMaxWidth: 36,
      itemStyle: { borderColor: ground, borderWidth: 0.5 },
    })),
  };
}
