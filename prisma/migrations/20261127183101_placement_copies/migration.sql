-- AlterEnum
ALTER TYPE "PlacementState" ADD VALUE 'COPYING';
