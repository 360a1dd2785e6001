/** The map with its list beside. */
import type { ReactNode } from 'react';
import type { Chosen } from './choice.ts';
import type { Group } from './group.ts';
import { MapArea } from './map-area.tsx';
import { RecordsAt, Spots } from './spots.tsx';

export function MapAndList({ groups, chosen }: { groups: readonly Group[]; chosen: Chosen }): ReactNode {
  const { choice, spots, chooseSpots, chooseNothing } = chosen;
  return (
    <div className="places">
      <MapArea groups={groups} chosen={spots} onChoose={chooseSpots} />
      {choice?.kind === 'spots' ? (
        <RecordsAt keys={choice.keys} groups={groups} onBack={chooseNothing} />
      ) : (
        <Spots groups={groups} chosen={spots} onChoose={chooseSpots} />
      )}
    </div>
  );
}
